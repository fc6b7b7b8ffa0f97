package reidstudio.engine;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import reidstudio.config.RunConfig;
import reidstudio.event.ArityAverages;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;
import reidstudio.event.TrainingEvent.Evaluated;

/**
 * Judges the model between two epochs and tells what came of it. It leaves no trace in what is
 * trained: running statistics, random sequences and the clock of training stay as they are.
 */
final class EpochEvaluation {
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final double NANOS = 1e9;

  private final TrainingSession session;
  private final RunGate gate;
  private final RunLog log;

  EpochEvaluation(TrainingSession session, RunGate gate, RunLog log) {
    this.session = session;
    this.gate = gate;
    this.log = log;
  }

  /**
   * What came of it.
   *
   * @param left whether the gate said leave meanwhile
   * @param meanAveragePrecision over all settings; empty if none is known
   */
  record Judgement(boolean left, OptionalDouble meanAveragePrecision) {
    static final Judgement NONE = new Judgement(false, OptionalDouble.empty());
  }

  /**
   * Judges the model at {@code position}, before the first batch of an epoch, if that is wanted.
   */
  Judgement at(Position position) throws InterruptedException {
    RunConfig config = session.config();
    int epoch = position.epoch() - 1;
    if (!config.evaluation().follows(epoch, config.epochs()) || !session.task().isPossible()) {
      return Judgement.NONE;
    }
    long start = System.nanoTime();
    try {
      Optional<EvaluationResult> result =
          session.evaluator((set, name, feature) -> {}).run(watch(epoch, start));
      if (result.isEmpty()) {
        log.info("The evaluation after epoch " + epoch + " was broken off.");
        return new Judgement(true, OptionalDouble.empty());
      }
      Evaluation evaluation = result.get().evaluation(position.step(), epoch);
      log.publish(new Evaluated(log.run(), log.now(), evaluation));
      log.info(sentence(evaluation, (System.nanoTime() - start) / NANOS));
      result.get().warnings().forEach(log::warning);
      return new Judgement(false, evaluation.meanAveragePrecision());
    } catch (EvaluationException e) {
      log.warning(e.getMessage() + " Training goes on.");
    } catch (EngineException e) {
      if (new MemoryShortage(config).sentence(e).isEmpty()) {
        throw e;
      }
      log.warning(
          "Memory ran out in the evaluation after epoch %d; lower evaluation.batchSize from %d. Training goes on."
              .formatted(epoch, config.evaluation().batchSize()));
    }
    return Judgement.NONE;
  }

  private Evaluator.Watch watch(int epoch, long start) {
    return new Evaluator.Watch() {
      private long told = start;

      @Override
      public boolean proceed(double share) throws InterruptedException {
        if (System.nanoTime() - told > TELL_NANOS) {
          told = System.nanoTime();
          log.info("Evaluation after epoch %d: %.0f %% done.".formatted(epoch, 100 * share));
        }
        return gate.proceed();
      }
    };
  }

  private static String sentence(Evaluation evaluation, double seconds) {
    List<SettingScores> averages = new ArityAverages().of(evaluation);
    return String.format(
        Locale.ROOT,
        "Evaluation after epoch %d: mean mAP %.1f %%, by number of modalities %s; %d settings in %.1f s.",
        evaluation.epoch(),
        100 * evaluation.meanAveragePrecision().orElse(Double.NaN),
        averages.stream()
            .map(a -> String.format(Locale.ROOT, "%s %.1f %%", a.setting(), 100 * a.map()))
            .collect(Collectors.joining(", ")),
        evaluation.settings().size(),
        seconds);
  }
}
