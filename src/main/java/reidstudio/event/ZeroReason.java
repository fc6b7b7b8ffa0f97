package reidstudio.event;

/** Why the SDM loss of a step is exactly zero. */
public enum ZeroReason {
  /** The batch has no visible item. */
  NO_VISIBLE_ITEM,
  /** The batch has visible items only. */
  NO_OTHER_MODALITY,
  /** No visible and non-visible item of the batch share an identity. */
  NO_POSITIVE_PAIR,
  /** The block has one row and one column: nothing to tell apart. */
  SINGLE_PAIR
}
