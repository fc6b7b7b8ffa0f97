package reidstudio.engine;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import reidstudio.config.RunConfig;
import reidstudio.config.WeightsConfig;
import reidstudio.data.Modality;
import reidstudio.model.ClipSelfTest;
import reidstudio.model.ClipStart;
import reidstudio.model.ReidModel;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.ClipWeights;

/**
 * A model before its first step.
 *
 * @param model the caller closes it
 * @param sentences what was loaded and how it was tested, for the run's log
 */
record ModelStart(ReidModel model, List<String> sentences) {
  /**
   * Builds the model of {@code config}, from pretrained weights if it names a file of them.
   *
   * @param classes rows of the classifier
   * @param words rows of the token table
   * @throws IOException with one sentence if the file cannot be read
   * @throws IllegalArgumentException with one sentence if it does not fit the model
   * @throws IllegalStateException with one sentence if the self-test fails
   */
  static ModelStart of(OperatorPack pack, RunConfig config, int classes, int words)
      throws IOException {
    WeightsConfig weights = config.model().weights();
    if (!weights.isPretrained()) {
      return new ModelStart(new ReidModel(pack, config, classes, words), List.of());
    }
    try (ClipWeights file = ClipWeights.open(Path.of(weights.pretrained()))) {
      ClipStart start = new ClipStart(file, config);
      ReidModel model = model(pack, config, classes, words, start);
      try {
        return new ModelStart(model, tested(pack, config, file, start, model));
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What the file lacks is told first: a model also refuses what stays random and is frozen. */
  private static ReidModel model(
      OperatorPack pack, RunConfig config, int classes, int words, ClipStart start) {
    try {
      return new ReidModel(pack, config, classes, words, start);
    } catch (IllegalArgumentException e) {
      start.requireComplete();
      throw e;
    }
  }

  private static List<String> tested(
      OperatorPack pack, RunConfig config, ClipWeights file, ClipStart start, ReidModel model) {
    ClipStart.Loaded loaded = start.finish();
    try (NDManager scope = pack.manager().newSubManager()) {
      // All image modalities start with the same embedding, so one of them stands for all.
      ClipSelfTest.Agreement agreement =
          new ClipSelfTest(config, start::plain).run(model, scope, Modality.VIS);
      return List.of(
          "Pretrained weights of %s: %d arrays gave %d parameters their values, nothing was missing, %d arrays of the text encoder were not needed."
              .formatted(file.origin(), loaded.arrays(), loaded.parameters(), loaded.left()),
          String.format(
              Locale.ROOT,
              "Self-test: the features of a picture%s agree with an independent computation from"
                  + " the file to a cosine of %.7f%s.",
              agreement.text().isPresent() ? " and of a caption" : "",
              agreement.image(),
              agreement.text().map(t -> String.format(Locale.ROOT, " and %.7f", t)).orElse("")));
    }
  }
}
