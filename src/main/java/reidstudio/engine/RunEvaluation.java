package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import reidstudio.config.RunConfig;
import reidstudio.data.ProgressListener;
import reidstudio.data.layout.ChallengeSplit;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationRecord;
import reidstudio.metric.protocol.Protocol;

/**
 * Judges what a run has kept, on the calling thread. The run's folder is only read, but for {@code
 * features/}, so the run may be under way.
 */
public final class RunEvaluation {
  private static final int PERCENT = 100;

  /** Which weights of a run. */
  public enum Weights {
    /** Those of its newest checkpoint. */
    LAST,
    /** Those of its best epoch. */
    BEST
  }

  /**
   * What was found.
   *
   * @param checkpoint the file
   * @param evaluation scores, with the steps and epochs that the weights have had
   * @param settings the same scores, with what they leave out
   * @param conduct what was done with junk, cameras and trials, in a sentence's words
   * @param record what the scores do not tell
   * @param gallery pictures
   * @param device where it was computed
   * @param cached whether the features are those of an earlier evaluation
   * @param warnings in sentences
   */
  public record Outcome(
      Path checkpoint,
      Evaluation evaluation,
      List<SettingResult> settings,
      String conduct,
      EvaluationRecord record,
      int gallery,
      String device,
      boolean cached,
      List<String> warnings)
      implements Judged {}

  private final Path run;
  private final RunConfig config;
  private final SessionFactory sessions;
  private final boolean caching;

  /**
   * An evaluation of the run in {@code run}.
   *
   * @param config the run's, perhaps on another device
   */
  public RunEvaluation(Path run, RunConfig config, SessionFactory sessions) {
    this(run, config, sessions, true);
  }

  private RunEvaluation(Path run, RunConfig config, SessionFactory sessions, boolean caching) {
    this.run = run;
    this.config = config;
    this.sessions = sessions;
    this.caching = caching;
  }

  /** The same, which neither uses the features of earlier evaluations nor keeps its own. */
  public RunEvaluation withoutCache() {
    return new RunEvaluation(run, config, sessions, false);
  }

  /**
   * Judges {@code weights} by the rules that are usual for the run's data.
   *
   * @param featuresFile where the features go as well; empty if nowhere
   * @throws IOException with one sentence for the user
   * @throws CancellationException if {@code progress} says so
   */
  public Outcome of(Weights weights, Optional<Path> featuresFile, ProgressListener progress)
      throws IOException, InterruptedException {
    return of(weights, Optional.empty(), featuresFile, progress);
  }

  /**
   * As {@link #of(Weights, Optional, ProgressListener)}, by the rules of a protocol.
   *
   * @param protocol name of one that belongs to the run's data; empty means the usual one
   */
  public Outcome of(
      Weights weights,
      Optional<String> protocol,
      Optional<Path> featuresFile,
      ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> warnings = new ArrayList<>();
    CheckpointFile checkpoint = checkpoint(weights, warnings);
    try (TrainingSession session = sessions.open(config, progress::cancelled)) {
      RetrievalTask task = task(session, protocol);
      if (!task.isPossible()) {
        throw new EvaluationException(
            "The data folder %s has no test queries or no gallery, so there is nobody to look for."
                .formatted(session.dataset().folder()));
      }
      restore(session, checkpoint, weights, warnings);
      return judged(session, task, checkpoint, featuresFile, progress, warnings);
    }
  }

  /**
   * Ranks the gallery of the challenge for its queries, whose people nobody but the organiser
   * knows.
   *
   * @return what makes the file less than it seems, in sentences
   * @throws IOException with one sentence for the user
   * @throws CancellationException if {@code progress} says so
   */
  public List<String> submit(Weights weights, Path file, ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> warnings = new ArrayList<>();
    CheckpointFile checkpoint = checkpoint(weights, warnings);
    try (TrainingSession session = sessions.open(config, progress::cancelled)) {
      ChallengeSplit split = ChallengeSplit.read(session.dataset().folder(), progress);
      restore(session, checkpoint, weights, warnings);
      warnings.addAll(split.report().summaryLines());
      new ChallengeRanking(session, split).write(file, share -> proceed(progress, share));
      return warnings;
    }
  }

  private void restore(
      TrainingSession session, CheckpointFile checkpoint, Weights weights, List<String> warnings)
      throws IOException {
    new DataCheck(run, checkpoint.facts().data()).check(session).ifPresent(warnings::add);
    checkpoint.restore(
        weights == Weights.BEST ? session.model().state() : session.state(), session.pack());
  }

  private static RetrievalTask task(TrainingSession session, Optional<String> wanted)
      throws EvaluationException {
    if (wanted.isEmpty()) {
      return session.task();
    }
    List<Protocol> allowed = Protocol.of(session.dataset().layout());
    Protocol protocol =
        allowed.stream()
            .filter(own -> own.name().equalsIgnoreCase(wanted.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    new EvaluationException(
                        "The protocol %s does not fit %s data; allowed are %s."
                            .formatted(wanted.get(), session.dataset().layout(), names(allowed))));
    return RetrievalTask.of(session.dataset().test(), protocol);
  }

  /** Names of all protocols, for a user to choose from. */
  public static List<String> protocols() {
    return Protocol.all().stream().map(Protocol::name).toList();
  }

  private static String names(List<Protocol> protocols) {
    return String.join(", ", protocols.stream().map(Protocol::name).toList());
  }

  private CachedFeatures cached(
      TrainingSession session, RetrievalTask task, CachedFeatures.Keying keying) {
    return new CachedFeatures(
        new FeatureCache(run.resolve("features")),
        session.extraction(task),
        keying,
        task.gallery().size() + task.queries(),
        config.evaluation().batchSize());
  }

  private static String key(
      TrainingSession session, RetrievalTask task, String sum, ProgressListener progress)
      throws IOException {
    return new FeatureKey(session.config(), session.facts().device(), session.captions().words())
        .of(sum, task, progress::cancelled);
  }

  private Outcome judged(
      TrainingSession session,
      RetrievalTask task,
      CheckpointFile checkpoint,
      Optional<Path> featuresFile,
      ProgressListener progress,
      List<String> warnings)
      throws IOException, InterruptedException {
    Position position = checkpoint.facts().position();
    CollectedFeatures collected = new CollectedFeatures();
    FeatureSink sink = featuresFile.isPresent() ? collected : (set, identity, feature) -> {};
    Optional<CachedFeatures> kept =
        caching
            ? Optional.of(
                cached(session, task, () -> key(session, task, checkpoint.sum(), progress)))
            : Optional.empty();
    FeatureSource source = kept.isPresent() ? kept.get() : session.extraction(task);
    EvaluationResult result =
        session
            .evaluator(task, source, sink)
            .run(share -> proceed(progress, share))
            .orElseThrow(() -> new CancellationException("interrupted"));
    if (featuresFile.isPresent()) {
      collected.write(featuresFile.get(), session.pack(), position.step());
    }
    kept.ifPresent(
        features ->
            warnings.addAll(
                features.keep(
                    () ->
                        key(
                            session,
                            task,
                            CheckpointFile.verified(checkpoint.path()).sum(),
                            progress),
                    session.pack())));
    warnings.addAll(result.warnings());
    return new Outcome(
        checkpoint.path(),
        result.evaluation(position.step(), position.epoch() - 1),
        result.settings(),
        conduct(session, result),
        result.record(),
        task.gallery().size(),
        session.facts().device(),
        kept.filter(CachedFeatures::isStored).isPresent(),
        warnings);
  }

  /** RegDB's ten splits need ten models; what is said of one is not what is published. */
  private static String conduct(TrainingSession session, EvaluationResult result) {
    return session.dataset().layout().equals("RegDB")
        ? "%s; split %d of 10, published figures are means over the models of all ten"
            .formatted(result.conduct(), session.config().data().split())
        : result.conduct();
  }

  private static boolean proceed(ProgressListener progress, double share) {
    progress.progress((int) (PERCENT * share), PERCENT);
    return !progress.cancelled();
  }

  private CheckpointFile checkpoint(Weights weights, List<String> warnings) throws IOException {
    CheckpointFolder folder = new CheckpointFolder(run.resolve("checkpoints"));
    if (weights == Weights.LAST) {
      if (folder.isEmpty()) {
        throw new EvaluationException(
            "The run %s has no checkpoint, so there is no model to evaluate; one is written when a run ends or is stopped."
                .formatted(run.getFileName()));
      }
      CheckpointFolder.Choice choice = folder.newestUsable();
      warnings.addAll(choice.warnings());
      return choice.checkpoint();
    }
    if (Files.notExists(folder.best())) {
      throw new EvaluationException(
          "The run %s has no best weights: none of its epochs was finished, or checkpoint.best is off; evaluate its last checkpoint."
              .formatted(run.getFileName()));
    }
    try {
      return CheckpointFile.verified(folder.best());
    } catch (IOException e) {
      throw new IOException(
          "The best weights %s cannot be used: %s; evaluate the run's last checkpoint."
              .formatted(folder.best(), DurableFile.reason(e)),
          e);
    }
  }
}
