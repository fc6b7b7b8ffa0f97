package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reidstudio.config.LossConfig;
import reidstudio.config.TripletConfig;
import reidstudio.event.MetricKey;
import reidstudio.loss.CrossEntropy;
import reidstudio.loss.CrossEntropyResult;
import reidstudio.loss.Itc;
import reidstudio.loss.NormPenalty;
import reidstudio.loss.Triplet;
import reidstudio.loss.TripletResult;

/**
 * The weighted sum that is minimised. Classification and SDM are always measured, which is cheap
 * and what charts and checks look at; any other term exists only with a weight.
 */
public final class LossMix {
  private final LossConfig config;
  private final CrossEntropy crossEntropy;
  private final Matching matching;
  private final Itc itc;
  private final Triplet triplet;
  private final NormPenalty norm;

  /**
   * Builds the losses that {@code config} asks for.
   *
   * @param epochs of the run, over which schedules reach their end
   */
  public LossMix(LossConfig config, int epochs) {
    this.config = config;
    this.crossEntropy = new CrossEntropy(config.labelSmoothing());
    this.matching = new Matching(config.sdm(), epochs);
    this.itc = new Itc(config.itc().temperature());
    this.triplet = triplet(config.triplet());
    this.norm = new NormPenalty(config.norm().target(), config.norm().band());
  }

  private static Triplet triplet(TripletConfig config) {
    return config.softMargin() ? Triplet.withSoftMargin() : Triplet.withMargin(config.margin());
  }

  /**
   * The losses of a batch in {@code epoch}, counted from 1.
   *
   * @throws IllegalArgumentException if a label does not fit the head
   */
  LossTerms of(LossInput in, int epoch) {
    CrossEntropyResult ce =
        crossEntropy.of(
            in.features().logits_RxC(), in.batch().rowLabels(), in.batch().queries().rowWeights());
    Matching.Matched matched = matching.of(in, epoch);
    List<LossTerm> terms = new ArrayList<>();
    terms.add(
        new LossTerm(
            MetricKey.CE_LOSS, ce.loss(), MetricKey.CE_WEIGHT, config.ceWeight(), Map.of()));
    terms.add(matched.term());
    if (config.itc().weight() > 0) {
      terms.add(contrast(in));
    }
    if (config.triplet().weight() > 0) {
      terms.add(hardest(in));
    }
    if (config.norm().weight() > 0) {
      terms.add(band(in));
    }
    return new LossTerms(total(terms), terms, ce.accuracy(), matched.zero());
  }

  private static NDArray total(List<LossTerm> terms) {
    return terms.stream()
        .filter(LossTerm::isMinimised)
        .map(LossTerm::weighted)
        .reduce(NDArray::add)
        // SDM alone in its warm-up: a 0 that backward accepts
        .orElseGet(() -> terms.get(0).weighted());
  }

  /** On single items before the neck, as SDM. */
  private LossTerm contrast(LossInput in) {
    ItcPairs pairs =
        ItcPairs.of(in.batch().rowLabels(), in.batch().rows(false), in.batch().rows(true));
    return new LossTerm(
        MetricKey.ITC_LOSS,
        itc.of(in.rows(pairs.queries()), in.rows(pairs.gallery())),
        MetricKey.ITC_WEIGHT,
        config.itc().weight(),
        Map.of(
            MetricKey.ITC_PAIRS, (double) pairs.queries().length,
            MetricKey.ITC_UNPAIRED_ROWS, (double) pairs.unpaired()));
  }

  /**
   * On single items of all modalities before the neck: Euclidean distances and the classifier's
   * half-spaces want different features (Luo et al., "Bag of Tricks and a Strong Baseline for Deep
   * Person Re-Identification", 2019).
   */
  private LossTerm hardest(LossInput in) {
    int[] labels = in.batch().labels().stream().mapToInt(Integer::intValue).toArray();
    TripletResult result = triplet.of(in.features().items_NxD(), labels);
    return new LossTerm(
        MetricKey.TRIPLET_LOSS,
        result.loss(),
        MetricKey.TRIPLET_WEIGHT,
        config.triplet().weight(),
        Map.of(
            MetricKey.TRIPLET_ANCHORS, (double) result.anchors(),
            MetricKey.TRIPLET_ANCHORS_WITH_POSITIVE, (double) result.anchorsWithPositive()));
  }

  /** On all rows after the neck. */
  private LossTerm band(LossInput in) {
    return new LossTerm(
        MetricKey.NORM_PENALTY,
        norm.of(in.features().neck_RxD()),
        MetricKey.NORM_WEIGHT,
        config.norm().weight(),
        Map.of());
  }
}
