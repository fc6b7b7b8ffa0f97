package reidstudio.config;

/** How the items of a query become one feature. */
public enum FusionKind {
  /** Masked self-attention over one feature for each item, then a masked mean. */
  FEATURES,
  /** ReID5o: self-attention over all tokens of all items, then a mean over tokens. */
  TOKENS
}
