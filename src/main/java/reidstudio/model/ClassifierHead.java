package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.SplittableRandom;
import reidstudio.config.NeckConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;
import reidstudio.tensor.Scalar;

/**
 * From features to class scores: batch normalisation (Luo et al. 2019), one length for all rows,
 * dropout, and a linear classifier, each but the last only where it is asked for.
 */
final class ClassifierHead {
  /** Small, so that the first cross-entropy is ln C. */
  private static final double CLASSIFIER_DEVIATION = 0.001;

  /** Normalised rows [R, D], class scores [R, C], and statistics if they came from the batch. */
  record Scores(NDArray neck, NDArray logits, Optional<BnNeck.Statistics> statistics) {}

  private final OperatorPack pack;
  private final NeckConfig config;
  private final Optional<BnNeck> neck;
  private final NDArray weight;
  private final Optional<NDArray> bias;

  ClassifierHead(
      OperatorPack pack, ParameterFactory make, NeckConfig config, int classes, int embedding) {
    this.pack = pack;
    this.config = config;
    neck = config.batchNorm() ? Optional.of(new BnNeck(pack, make, embedding)) : Optional.empty();
    weight =
        make.normal(
            "bn_neck.classifier.weight", Role.HEAD, CLASSIFIER_DEVIATION, classes, embedding);
    bias =
        config.bias()
            ? Optional.of(make.constant("bn_neck.classifier.bias", Role.HEAD, 0, classes))
            : Optional.empty();
  }

  /** With the batch's own statistics and with dropout, which {@code dropoutSeed} decides. */
  Scores train(NDArray features_RxD, long dropoutSeed) {
    BnNeck.Normalised normalised =
        neck.map(bn -> bn.train(features_RxD)).orElse(BnNeck.Normalised.of(features_RxD));
    NDArray rows = sized(normalised.rows());
    NDArray kept = config.dropout() > 0 ? rows.mul(mask(rows, dropoutSeed)) : rows;
    return new Scores(normalised.rows(), logits(kept), normalised.statistics());
  }

  /** With the running statistics, without dropout. */
  Scores evaluate(NDArray features_RxD) {
    NDArray rows = neck.map(bn -> bn.evaluate(features_RxD).rows()).orElse(features_RxD);
    return new Scores(rows, logits(sized(rows)), Optional.empty());
  }

  private NDArray sized(NDArray rows) {
    return config.scale() > 0
        ? pack.graph("unit_rows", rows, Scalar.of(rows, config.scale()))
        : rows;
  }

  /** Made here and not by the device, so that a step repeats whatever came before it. */
  private NDArray mask(NDArray rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = rows.getShape();
    float[] mask = new float[Math.toIntExact(shape.size())];
    float kept = (float) (1 / (1 - config.dropout()));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < config.dropout() ? 0 : kept;
    }
    return rows.getManager().create(mask, shape);
  }

  private NDArray logits(NDArray rows) {
    return bias.map(b -> pack.graph("biased_linear", rows, weight, b))
        .orElseGet(() -> pack.graph("linear", rows, weight));
  }

  Optional<BnNeck> neck() {
    return neck;
  }

  NDArray weight() {
    return weight;
  }

  /** Frobenius norm of the weight, a scalar owned by {@code owner}. */
  NDArray norm(NDManager owner) {
    return pack.compute(owner, "norm", weight);
  }
}
