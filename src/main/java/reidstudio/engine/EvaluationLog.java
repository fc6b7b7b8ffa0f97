package reidstudio.engine;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import reidstudio.event.ArityAverages;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;
import reidstudio.event.TrainingEvent.EvaluationEnded;
import reidstudio.event.TrainingEvent.EvaluationProgressed;

/** Tells how one evaluation goes: to the eye a few times a second, to the log now and then. */
final class EvaluationLog {
  private static final long SHOW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final double NANOS = 1e9;

  private final RunLog log;
  private final String name;
  private final Runnable freed;
  private final long start = System.nanoTime();
  private long told = start;
  private long shown = start;

  /**
   * @param log where events and sentences go
   * @param name such as "Evaluation after epoch 3"
   * @param freed called before the end is told: whoever hears of it may ask for the next one
   */
  EvaluationLog(RunLog log, String name, Runnable freed) {
    this.log = log;
    this.name = name;
    this.freed = freed;
    log.publish(new EvaluationProgressed(log.run(), log.now(), 0));
  }

  void progressed(double share) {
    long now = System.nanoTime();
    if (now - shown > SHOW_NANOS) {
      shown = now;
      log.publish(new EvaluationProgressed(log.run(), log.now(), share));
    }
    if (now - told > TELL_NANOS) {
      told = now;
      log.info("%s: %.0f %% done.".formatted(name, 100 * share));
    }
  }

  /**
   * There are scores; whoever hears of the end finds them.
   *
   * @param conduct what was done with junk, cameras and trials, in a sentence's words
   */
  void scored(Evaluation evaluation, String conduct, List<String> warnings) {
    double seconds = (System.nanoTime() - start) / NANOS;
    log.info(sentence(evaluation, conduct, seconds));
    warnings.forEach(log::warning);
    end("");
  }

  /** There are none, because {@code why}. */
  void failed(String why) {
    end(why);
  }

  private void end(String failure) {
    freed.run();
    log.publish(new EvaluationEnded(log.run(), log.now(), failure));
  }

  private String sentence(Evaluation evaluation, String conduct, double seconds) {
    List<SettingScores> averages = new ArityAverages().of(evaluation);
    return String.format(
        Locale.ROOT,
        "%s: mean mAP %.1f %%, by number of modalities %s; %d settings in %.1f s. By %s: %s.",
        name,
        100 * evaluation.meanAveragePrecision().orElse(Double.NaN),
        averages.stream()
            .map(a -> String.format(Locale.ROOT, "%s %.1f %%", a.setting(), 100 * a.map()))
            .collect(Collectors.joining(", ")),
        evaluation.settings().size(),
        seconds,
        evaluation.protocol(),
        conduct);
  }
}
