package reidstudio.event;

import java.util.Objects;

/**
 * Name of a quantity that is measured each step. The stem is shared by the class that measures it,
 * the key here and the chart that shows it.
 *
 * @param name dotted name as it stands in {@code metrics.jsonl}
 */
public record MetricKey(String name) implements Comparable<MetricKey> {
  /** Cross-entropy over the batch with label smoothing, in nats. */
  public static final MetricKey CE_LOSS = new MetricKey("ce.loss");

  /** The weight that cross-entropy was really multiplied with. */
  public static final MetricKey CE_WEIGHT = new MetricKey("ce.weight");

  /** Share of rows whose largest logit is the right class, 0 to 1; rows count as in the loss. */
  public static final MetricKey CE_ACCURACY = new MetricKey("ce.accuracy");

  /** Similarity distribution matching before its weight. */
  public static final MetricKey SDM_LOSS = new MetricKey("sdm.loss");

  /** The weight that SDM was really multiplied with. */
  public static final MetricKey SDM_WEIGHT = new MetricKey("sdm.weight");

  /** The temperature that SDM's similarities were really divided by. */
  public static final MetricKey SDM_TEMPERATURE = new MetricKey("sdm.temperature");

  /** SDM of this batch's blocks if all similarities were equal. */
  public static final MetricKey SDM_CHANCE = new MetricKey("sdm.chance");

  /** Smallest SDM that this batch's blocks allow. */
  public static final MetricKey SDM_FLOOR = new MetricKey("sdm.floor");

  /** Non-visible rows with at least one visible positive. */
  public static final MetricKey SDM_VALID_ROWS = new MetricKey("sdm.valid_rows");

  /** Non-visible rows N of the block. */
  public static final MetricKey SDM_ROWS = new MetricKey("sdm.rows");

  /** Visible rows with at least one non-visible positive. */
  public static final MetricKey SDM_VALID_GALLERY_ROWS = new MetricKey("sdm.valid_gallery_rows");

  /** Visible rows M of the block. */
  public static final MetricKey SDM_GALLERY_ROWS = new MetricKey("sdm.gallery_rows");

  /** Mean number of positives of the valid non-visible rows. */
  public static final MetricKey SDM_POSITIVES_PER_ROW = new MetricKey("sdm.positives_per_row");

  /** Contrastive loss over aligned pairs before its weight, in nats. */
  public static final MetricKey ITC_LOSS = new MetricKey("itc.loss");

  /** The weight that the contrastive loss was really multiplied with. */
  public static final MetricKey ITC_WEIGHT = new MetricKey("itc.weight");

  /** Aligned pairs that the contrastive loss tells apart. */
  public static final MetricKey ITC_PAIRS = new MetricKey("itc.pairs");

  /** Non-visible rows that no visible row of their identity could be paired with. */
  public static final MetricKey ITC_UNPAIRED_ROWS = new MetricKey("itc.unpaired_rows");

  /** Batch-hard triplet loss before its weight, in units of distance. */
  public static final MetricKey TRIPLET_LOSS = new MetricKey("triplet.loss");

  /** The weight that the triplet loss was really multiplied with. */
  public static final MetricKey TRIPLET_WEIGHT = new MetricKey("triplet.weight");

  /** Rows with a negative, over which the triplet loss is the mean. */
  public static final MetricKey TRIPLET_ANCHORS = new MetricKey("triplet.anchors");

  /** Rows with a positive beside themselves. */
  public static final MetricKey TRIPLET_ANCHORS_WITH_POSITIVE =
      new MetricKey("triplet.anchors_with_positive");

  /** Identities of the batch with visible and non-visible items, over all its identities. */
  public static final MetricKey PAIRABLE_RATIO = new MetricKey("batch.pairable_ratio");

  /**
   * Items that modality dropout left out over all that the batch could have had, 0 to 1; measured
   * only where it is switched on.
   */
  public static final MetricKey MASKED_SHARE = new MetricKey("batch.masked_share");

  /** What the optimizer minimises. */
  public static final MetricKey TOTAL_LOSS = new MetricKey("total.loss");

  /** Mean L2 norm of the feature before batch normalisation. */
  public static final MetricKey NORM_BEFORE_BN = new MetricKey("norm.before_bn");

  /** Mean L2 norm of the feature after batch normalisation. */
  public static final MetricKey NORM_AFTER_BN = new MetricKey("norm.after_bn");

  /** Norm that batch normalisation's own gamma and beta predict: sqrt(sum(gamma^2 + beta^2)). */
  public static final MetricKey NORM_AFTER_BN_EXPECTED = new MetricKey("norm.after_bn_expected");

  /** Mean L2 norm of the feature fused from an identity's non-visible items. */
  public static final MetricKey NORM_FUSED = new MetricKey("norm.fused");

  /** Frobenius norm of the classifier's weight. */
  public static final MetricKey NORM_HEAD = new MetricKey("norm.head");

  /**
   * Penalty for feature norms outside of their band before its weight, in squared units of norm.
   */
  public static final MetricKey NORM_PENALTY = new MetricKey("norm.penalty");

  /** The weight that the norm penalty was really multiplied with. */
  public static final MetricKey NORM_WEIGHT = new MetricKey("norm.weight");

  /**
   * Effective rank of the features of a few batches, told with the first step alone: as it was
   * before that step.
   */
  public static final MetricKey FEATURE_RANK = new MetricKey("features.effective_rank");

  /** Norm of all gradients together, before clipping. */
  public static final MetricKey GRADIENT_NORM = new MetricKey("gradient.norm");

  /** Learning rate of the encoder group. */
  public static final MetricKey RATE_ENCODER = new MetricKey("rate.encoder");

  /** Learning rate of the head group. */
  public static final MetricKey RATE_HEAD = new MetricKey("rate.head");

  /** Pictures and captions trained in a second. */
  public static final MetricKey THROUGHPUT = new MetricKey("speed.items_per_second");

  /** Share of the step's time in which the engine waited for data. */
  public static final MetricKey DATA_WAIT = new MetricKey("speed.data_wait");

  /** Resident memory of the process in MiB. */
  public static final MetricKey MEMORY = new MetricKey("memory.process_mib");

  /** Share of all processors that this process used, 0 to 1, over about a second. */
  public static final MetricKey PROCESSOR_OWN = new MetricKey("machine.processor_own");

  /** Share of all processors that all programs used, 0 to 1, over about a second. */
  public static final MetricKey PROCESSOR_ALL = new MetricKey("machine.processor_all");

  /** Share of the time in which the graphics card of the run was busy, 0 to 1. */
  public static final MetricKey CARD_USE = new MetricKey("machine.card_use");

  /** Memory of that card that is taken, by all programs, in MiB. */
  public static final MetricKey CARD_MEMORY = new MetricKey("machine.card_mib");

  /** Temperature of that card in degrees Celsius. */
  public static final MetricKey CARD_TEMPERATURE = new MetricKey("machine.card_celsius");

  public MetricKey {
    Objects.requireNonNull(name, "name");
  }

  @Override
  public int compareTo(MetricKey other) {
    return name.compareTo(other.name);
  }

  // Written out, since those of a record are put together at run time, and the first look-up in a
  // map would wait for some fifty classes of that.

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricKey key && name.equals(key.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
