package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reidstudio.tensor.weights.WeightFile;

/**
 * Features that this or another program has made, in the form of {@link CollectedFeatures}: {@code
 * gallery} [M, D] with {@code gallery.labels} [M], and {@code query.NAME} [Q, D] with {@code
 * query.NAME.labels} [Q] for every setting. Equal labels are equal people.
 *
 * @param gallery where people are looked for
 * @param queries by the name of their setting, in the order of the file
 */
record FeatureFile(LabelledFeatures gallery, Map<String, LabelledFeatures> queries) {
  /** Beyond this float32 has no odd numbers, so that two people could become one. */
  private static final float LARGEST_LABEL = 1 << 24;

  /**
   * Reads a file of safetensors, or of {@code torch.save}, which is not run.
   *
   * @throws IOException with one sentence for the user
   */
  static FeatureFile read(Path path) throws IOException {
    try (WeightFile file = WeightFile.open(path)) {
      LabelledFeatures gallery = labelled(file, FeatureSink.GALLERY);
      Map<String, LabelledFeatures> queries = new LinkedHashMap<>();
      for (String name : file.names()) {
        Optional<String> setting = FeatureName.setting(name);
        if (setting.isPresent()) {
          LabelledFeatures set = labelled(file, name);
          if (set.size() > 0 && set.rows()[0].length != gallery.rows()[0].length) {
            throw refused(
                file,
                "the features of '%s' have %d numbers, those of the gallery %d"
                    .formatted(name, set.rows()[0].length, gallery.rows()[0].length));
          }
          queries.put(setting.get(), set);
        }
      }
      if (queries.isEmpty()) {
        throw refused(file, "it has no 'query.NAME' beside 'gallery', so nobody is looked for");
      }
      return new FeatureFile(gallery, queries);
    }
  }

  private static LabelledFeatures labelled(WeightFile file, String name) throws IOException {
    long[] shape = shape(file, name);
    long[] labelShape = shape(file, name + FeatureName.LABELS);
    if (shape.length != 2 || shape[1] == 0 || (name.equals(FeatureSink.GALLERY) && shape[0] == 0)) {
      throw refused(
          file, "'%s' is %s and no table of features".formatted(name, Arrays.toString(shape)));
    }
    if (labelShape.length != 1 || labelShape[0] != shape[0]) {
      throw refused(
          file,
          "'%s' has %d features, but its labels are %s"
              .formatted(name, shape[0], Arrays.toString(labelShape)));
    }
    float[] flat = file.read(name);
    int width = (int) shape[1];
    float[][] rows = new float[(int) shape[0]][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
      for (float value : rows[row]) {
        if (!Float.isFinite(value)) {
          throw refused(file, "row %d of '%s' has the number %s".formatted(row, name, value));
        }
      }
    }
    return new LabelledFeatures(rows, identities(file, name + FeatureName.LABELS));
  }

  private static long[] shape(WeightFile file, String name) throws IOException {
    if (!file.names().contains(name)) {
      throw refused(file, "it has no '" + name + "'");
    }
    return file.entry(name).shape();
  }

  private static int[] identities(WeightFile file, String name) throws IOException {
    float[] labels = file.numbers(name);
    int[] identities = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != Math.rint(labels[i]) || Math.abs(labels[i]) > LARGEST_LABEL) {
        throw refused(
            file,
            "label %d of '%s' is %s, labels are whole numbers up to 16,777,216"
                .formatted(i, name, labels[i]));
      }
      identities[i] = (int) labels[i];
    }
    return identities;
  }

  private static IOException refused(WeightFile file, String what) {
    return new IOException(
        "The features of %s cannot be scored: %s; evaluate --features-out shows the form."
            .formatted(file.path(), what));
  }
}
