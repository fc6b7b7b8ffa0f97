package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.batch.QueryKind;
import reidstudio.config.SdmConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.ZeroReason;
import reidstudio.loss.RowStatistics;
import reidstudio.loss.Sdm;
import reidstudio.loss.SdmCensus;
import reidstudio.loss.SdmResult;
import reidstudio.tensor.Scalar;

/**
 * SDM of each kind of query against the visible items: mean over the kinds of a level that found a
 * pair, then the sum over levels. One level of two kinds is single and fused queries; four levels
 * of up to six are ReID5o's {@code cone + ctwo + cthree + cfour}.
 */
class Matching {
  /**
   * What was matched.
   *
   * @param term SDM
   * @param zero why it is exactly 0, when it is
   */
  record Matched(LossTerm term, Optional<ZeroReason> zero) {}

  private static final int[] NO_ROWS = {};

  private final SdmConfig config;
  private final int epochs;

  Matching(SdmConfig config, int epochs) {
    this.config = config;
    this.epochs = epochs;
  }

  /** Matches a batch in {@code epoch}, counted from 1; in the warm-up too, with weight 0. */
  Matched of(LossInput in, int epoch) {
    Sdm sdm = new Sdm(config.form(), config.temperatureAt(epoch, epochs));
    Sum sum = new Sum();
    NDArray gallery = in.rows(in.batch().rows(true));
    for (List<QueryKind> level : in.batch().queries().levels()) {
      sum.addMeanOf(paired(sdm, in, level, gallery));
    }
    SdmCensus singles = sdm.census(in.batch().labels(false), in.batch().labels(true));
    Map<MetricKey, Double> known = counts(singles.rows());
    known.put(MetricKey.SDM_TEMPERATURE, sdm.temperature());
    Optional<ZeroReason> zero = Optional.empty();
    if (sum.loss == null) {
      // Where single items together would do, it is one visible item against one of each modality.
      zero = Optional.of(singles.zero().orElse(ZeroReason.SINGLE_PAIR));
      sum.loss = sdm.of(in.rows(NO_ROWS), NO_ROWS, in.rows(NO_ROWS), NO_ROWS).loss();
    } else {
      known.put(MetricKey.SDM_CHANCE, sum.chance);
      known.put(MetricKey.SDM_FLOOR, sum.floor);
    }
    LossTerm term =
        new LossTerm(
            MetricKey.SDM_LOSS, sum.loss, MetricKey.SDM_WEIGHT, config.weightAt(epoch), known);
    return new Matched(term, zero);
  }

  private static List<SdmResult> paired(
      Sdm sdm, LossInput in, List<QueryKind> kinds, NDArray gallery) {
    int[] galleryLabels = in.batch().labels(true);
    List<SdmResult> paired = new ArrayList<>();
    for (QueryKind kind : kinds) {
      int[] labels = in.labels(kind.rows());
      if (sdm.census(labels, galleryLabels).zero().isEmpty()) {
        paired.add(sdm.of(in.rows(kind.rows()), labels, gallery, galleryLabels));
      }
    }
    return paired;
  }

  /** Of single items, whatever the kinds: how well the sampler has paired the batch. */
  private static Map<MetricKey, Double> counts(RowStatistics rows) {
    Map<MetricKey, Double> counts = new HashMap<>();
    counts.put(MetricKey.SDM_VALID_ROWS, (double) rows.validQueryRows());
    counts.put(MetricKey.SDM_ROWS, (double) rows.queryRows());
    counts.put(MetricKey.SDM_VALID_GALLERY_ROWS, (double) rows.validGalleryRows());
    counts.put(MetricKey.SDM_GALLERY_ROWS, (double) rows.galleryRows());
    counts.put(MetricKey.SDM_POSITIVES_PER_ROW, rows.positivesPerValidQueryRow());
    return counts;
  }

  /** Loss and what it can be expected to be, added level by level. */
  private static final class Sum {
    private NDArray loss;
    private double chance;
    private double floor;

    void addMeanOf(List<SdmResult> paired) {
      if (paired.isEmpty()) {
        return;
      }
      NDArray sum = paired.stream().map(SdmResult::loss).reduce(NDArray::add).orElseThrow();
      NDArray mean = sum.mul(Scalar.of(sum, 1.0 / paired.size()));
      loss = loss == null ? mean : loss.add(mean);
      chance += paired.stream().mapToDouble(r -> r.rows().chance()).average().orElseThrow();
      floor += paired.stream().mapToDouble(r -> r.rows().floor()).average().orElseThrow();
    }
  }
}
