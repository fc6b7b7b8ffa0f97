package reidstudio.config;

/** How the pictures of a batch are chosen. */
public enum SamplerKind {
  /** Only identities that have a visible and a non-visible item; both in every batch. */
  MULTI_MODAL_BALANCED,
  /** All identities; a visible and a non-visible item where the identity has them. */
  MODAL_AWARE_PK,
  /** Items drawn without looking at identity or modality: the field's plain shuffle. */
  RANDOM
}
