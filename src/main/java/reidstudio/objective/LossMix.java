package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import reidstudio.config.LossConfig;
import reidstudio.loss.CrossEntropy;
import reidstudio.loss.CrossEntropyResult;
import reidstudio.loss.Sdm;
import reidstudio.loss.SdmResult;
import reidstudio.tensor.Scalar;

/**
 * The weighted sum that is minimised. Single and fused queries are two kinds of query with an SDM
 * block each against the visible items; the mean runs over the kinds that found a pair.
 */
public final class LossMix {
  private final LossConfig config;
  private final CrossEntropy crossEntropy;
  private final Sdm sdm;

  /** Builds the losses that {@code config} asks for. */
  public LossMix(LossConfig config) {
    this.config = config;
    this.crossEntropy = new CrossEntropy(config.labelSmoothing());
    this.sdm = new Sdm(config.sdm().form(), config.sdm().temperature());
  }

  /**
   * The losses of a batch in {@code epoch}, counted from 1.
   *
   * @throws IllegalArgumentException if a label does not fit the head
   */
  LossTerms of(LossInput in, int epoch) {
    CrossEntropyResult ce = crossEntropy.of(in.logits(), in.rowLabels());
    NDArray none = in.queries().or(in::gallery).orElseThrow().get("0:0");
    NDArray gallery = in.gallery().orElse(none);
    SdmResult singles =
        sdm.of(in.queries().orElse(none), in.queryLabels(), gallery, in.galleryLabels());
    List<SdmResult> paired = new ArrayList<>(List.of(singles));
    in.fused().ifPresent(f -> paired.add(sdm.of(f, in.fusedLabels(), gallery, in.galleryLabels())));
    paired.removeIf(result -> result.zero().isPresent());

    NDArray mean =
        paired.stream()
            .map(SdmResult::loss)
            .reduce(NDArray::add)
            .map(sum -> sum.mul(Scalar.of(sum, 1.0 / paired.size())))
            .orElse(singles.loss());
    double weight = config.sdm().weightAt(epoch);
    NDArray total = ce.loss().mul(Scalar.of(ce.loss(), config.ceWeight()));
    if (weight > 0) {
      total = total.add(mean.mul(Scalar.of(mean, weight)));
    }
    return new LossTerms(
        total.reshape(new Shape()),
        ce,
        mean,
        weight,
        paired.stream().mapToDouble(r -> r.rows().chance()).average().orElse(Double.NaN),
        paired.stream().mapToDouble(r -> r.rows().floor()).average().orElse(Double.NaN),
        singles);
  }
}
