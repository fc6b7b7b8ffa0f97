package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import reidstudio.tensor.Scalar;

/**
 * Softmax cross-entropy with label smoothing in torch's form: the target is {@code 1 - e + e/C} for
 * the label and {@code e/C} for every other class; a weighted mean over rows.
 *
 * <p>Smoothing as in Szegedy et al., "Rethinking the Inception Architecture", 2016.
 */
public final class CrossEntropy {
  private final float labelSmoothing;

  /**
   * @param labelSmoothing share of the target spread over all classes, in [0, 1)
   */
  public CrossEntropy(double labelSmoothing) {
    this.labelSmoothing = (float) checkSmoothing(labelSmoothing);
  }

  /** The loss of a batch whose rows count the same; see {@link #of(NDArray, int[], double[])}. */
  public CrossEntropyResult of(NDArray logits, int[] labels) {
    double[] equal = new double[labels.length];
    Arrays.fill(equal, 1);
    return of(logits, labels, equal);
  }

  /**
   * The loss of a batch. An empty batch has loss 0, still attached to the graph, and accuracy 0.
   *
   * @param logits B x C, any floating type
   * @param labels B class indices, each in [0, C)
   * @param rowWeights B weights of the rows in the means of loss and accuracy, relative to each
   *     other
   * @throws IllegalArgumentException if shapes disagree or a label lies outside of the head
   */
  public CrossEntropyResult of(NDArray logits, int[] labels, double[] rowWeights) {
    checkLabels(logits.getShape(), labels);
    LabelledRows.check("logits", logits.getShape(), rowWeights.length);
    if (labels.length == 0) {
      // the mean over no rows would be NaN
      return new CrossEntropyResult(Zero.of(logits), logits.getManager().create(0f));
    }
    NDArray index = logits.getManager().create(toLongs(labels));
    NDArray weight = logits.getManager().create(toFloats(rowWeights));
    NDArray sum = Scalar.of(logits, Arrays.stream(rowWeights).sum());
    NDArray logProbability = logits.toType(DataType.FLOAT32, false).logSoftmax(1);
    NDArray own = logProbability.gather(index.expandDims(1), 1).squeeze(1);
    NDArray loss = own.mul(weight).sum().div(sum).neg();
    if (labelSmoothing > 0) {
      // the mean over classes is the cross-entropy to the uniform target
      NDArray uniform = logProbability.mean(new int[] {1}).mul(weight).sum().div(sum);
      loss =
          loss.mul(Scalar.of(logits, 1 - labelSmoothing))
              .add(uniform.mul(Scalar.of(logits, -labelSmoothing)));
    }
    NDArray hits = logits.argMax(1).eq(index).toType(DataType.FLOAT32, false);
    return new CrossEntropyResult(loss, hits.mul(weight).sum().div(sum));
  }

  /** The loss of a head that knows nothing, ln C, whatever the smoothing. */
  public static double chance(int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("A head needs at least 1 class, not " + classes + ".");
    }
    return Math.log(classes);
  }

  /** The smallest loss that a perfect head can reach: the entropy of the smoothed target. */
  public static double floor(int classes, double smoothing) {
    double uniform = chance(classes);
    double other = checkSmoothing(smoothing) / classes;
    if (other == 0) {
      return 0;
    }
    double own = 1 - smoothing + other;
    double spread = smoothing - other;
    return -own * Math.log(own) - spread * (Math.log(smoothing) - uniform);
  }

  private static double checkSmoothing(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "Label smoothing must lie in [0, 1), but is " + smoothing + ".");
    }
    return smoothing;
  }

  // an index beyond the head aborts a CUDA process, so it must not get there
  private static void checkLabels(Shape shape, int[] labels) {
    LabelledRows.check("logits", shape, labels.length);
    long classes = shape.get(1);
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes) {
        throw new IllegalArgumentException(
            "Label %d in row %d lies outside of the head's %d classes; labels count from 0."
                .formatted(labels[row], row, classes));
      }
    }
  }

  private static long[] toLongs(int[] labels) {
    long[] longs = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      longs[i] = labels[i];
    }
    return longs;
  }

  private static float[] toFloats(double[] doubles) {
    float[] floats = new float[doubles.length];
    for (int i = 0; i < doubles.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }
}
