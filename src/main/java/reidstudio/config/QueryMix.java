package reidstudio.config;

/** Which queries a batch is made to answer. */
public enum QueryMix {
  /** Each non-visible item alone, and all of an identity's fused. */
  SINGLE_AND_FUSED,
  /** Every combination of an identity's non-visible modalities, as ReID5o trains: up to 15. */
  COMBINATIONS
}
