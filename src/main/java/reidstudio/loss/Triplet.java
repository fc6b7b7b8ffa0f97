package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.util.OptionalDouble;
import reidstudio.tensor.Scalar;

/**
 * Batch-hard triplet loss on Euclidean distances (Hermans, Beyer and Leibe, "In Defense of the
 * Triplet Loss for Person Re-Identification", 2017): each anchor against its farthest positive and
 * its nearest negative.
 *
 * <p>A loss that stays at the margin, or at ln 2 with the soft one, means that all features are
 * equal.
 */
public final class Triplet {
  /** Below it the slope of the square root would explode. */
  private static final float SQUARED_DISTANCE_FLOOR = 1e-12f;

  /** Farther than any distance: takes a pair out of a minimum or maximum. */
  private static final float FAR = 1e30f;

  private final OptionalDouble margin;

  private Triplet(OptionalDouble margin) {
    this.margin = margin;
  }

  /** The hinge {@code max(0, ap - an + margin)}. */
  public static Triplet withMargin(double margin) {
    if (!(margin >= 0 && Double.isFinite(margin))) {
      throw new IllegalArgumentException("A margin must be 0 or more, but is " + margin + ".");
    }
    return new Triplet(OptionalDouble.of(margin));
  }

  /** The smooth hinge {@code ln(1 + exp(ap - an))}. */
  public static Triplet withSoftMargin() {
    return new Triplet(OptionalDouble.empty());
  }

  /**
   * The loss of a batch: mean over anchors that have a negative; 0, still attached to the graph, if
   * none has.
   *
   * @param features B x D
   * @param labels B identities
   * @throws IllegalArgumentException if shapes and labels disagree
   */
  public TripletResult of(NDArray features, int[] labels) {
    LabelledRows.check("features", features.getShape(), labels.length);
    // each row counts itself
    MatchSide rows = new MatchSide(labels, labels);
    int anchors = rows.count(same -> same < labels.length);
    int withPositive = rows.count(same -> same > 1);
    NDArray loss = anchors == 0 ? Zero.of(features) : mean(features, labels, anchors);
    return new TripletResult(loss, anchors, withPositive);
  }

  private NDArray mean(NDArray features, int[] labels, int anchors) {
    NDArray distance = distances(features.toType(DataType.FLOAT32, false));
    NDManager manager = distance.getManager();
    NDArray farOthers = manager.create(far(labels, false), distance.getShape());
    NDArray farMatches = manager.create(far(labels, true), distance.getShape());
    NDArray positive = distance.sub(farOthers).max(new int[] {1});
    NDArray negative = distance.add(farMatches).min(new int[] {1});
    NDArray gap = positive.sub(negative);
    // an anchor without negative has a gap of -FAR and adds nothing
    NDArray hinge =
        margin.isPresent()
            ? gap.add(Scalar.of(gap, margin.getAsDouble())).maximum(Scalar.of(gap, 0))
            : Activation.softPlus(gap);
    return hinge.sum().mul(Scalar.of(hinge, 1.0 / anchors));
  }

  private static NDArray distances(NDArray features) {
    NDArray squares = features.square().sum(new int[] {1}, true);
    return squares
        .add(squares.transpose())
        .sub(features.matMul(features.transpose()).mul(Scalar.of(features, 2)))
        .maximum(Scalar.of(features, SQUARED_DISTANCE_FLOOR))
        .sqrt();
  }

  /** {@link #FAR} for pairs of the same identity, or for all others; 0 elsewhere. */
  private static float[] far(int[] labels, boolean same) {
    float[] far = new float[labels.length * labels.length];
    int at = 0;
    for (int anchor : labels) {
      for (int other : labels) {
        far[at++] = (anchor == other) == same ? FAR : 0;
      }
    }
    return far;
  }
}
