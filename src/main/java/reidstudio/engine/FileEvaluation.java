package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import reidstudio.config.RunConfig;
import reidstudio.data.ProgressListener;
import reidstudio.engine.device.DeviceProbe;
import reidstudio.engine.device.EngineStart;
import reidstudio.event.Evaluation;
import reidstudio.metric.protocol.Protocol;

/**
 * Scores features that this or another program has made: the whole gallery is ranked by cosine for
 * each query, as on ORBench. A file of features knows neither junk nor cameras nor trials.
 *
 * <p>Thread: the caller's. Native memory: the gallery's features and one block of queries.
 */
public final class FileEvaluation {
  /** The name of these rules, for they belong to no data set. */
  public static final String PROTOCOL = "plain";

  private static final int BLOCK = 256;

  /**
   * What was found.
   *
   * @param evaluation scores; steps and epochs are not known and 0
   * @param settings the same scores, with what they leave out
   * @param gallery features that were ranked
   * @param device where it was computed
   * @param warnings in sentences
   */
  public record Outcome(
      Evaluation evaluation,
      List<SettingResult> settings,
      int gallery,
      String device,
      List<String> warnings)
      implements Judged {
    @Override
    public String conduct() {
      return Protocol.ORBENCH.words() + "; no junk";
    }
  }

  private final RunConfig config;

  /**
   * @param config whose device ranks
   */
  public FileEvaluation(RunConfig config) {
    this.config = config;
  }

  /**
   * Scores every setting of {@code file}.
   *
   * @throws IOException with one sentence for the user
   * @throws CancellationException if {@code progress} says so
   */
  public Outcome of(Path file, ProgressListener progress) throws IOException {
    FeatureFile features = FeatureFile.read(file);
    DeviceProbe.Found device = new DeviceProbe().find(config.device());
    try (var pack = new EngineStart().load(device, config.compute());
        GalleryScoring scoring =
            new GalleryScoring(
                pack,
                features.gallery().rows(),
                features.gallery().identities(),
                List.copyOf(features.queries().keySet()))) {
      score(scoring, List.copyOf(features.queries().values()), progress);
      List<SettingResult> settings = scoring.results();
      ScoreWarnings warnings = new ScoreWarnings(settings);
      warnings.checkScored();
      return new Outcome(
          new Evaluation(0, 0, PROTOCOL, settings.stream().map(SettingResult::scores).toList()),
          settings,
          features.gallery().size(),
          device.description(),
          warnings.sentences());
    }
  }

  private static void score(
      GalleryScoring scoring, List<LabelledFeatures> sets, ProgressListener progress)
      throws EvaluationException {
    int all = sets.stream().mapToInt(LabelledFeatures::size).sum();
    int done = 0;
    for (int setting = 0; setting < sets.size(); setting++) {
      LabelledFeatures queries = sets.get(setting);
      for (int from = 0; from < queries.size(); from += BLOCK) {
        int to = Math.min(queries.size(), from + BLOCK);
        scoring.add(
            setting,
            Arrays.copyOfRange(queries.rows(), from, to),
            Arrays.copyOfRange(queries.identities(), from, to));
        done += to - from;
        progress.progress(done, all);
        if (progress.cancelled()) {
          throw new CancellationException("interrupted");
        }
      }
    }
  }
}
