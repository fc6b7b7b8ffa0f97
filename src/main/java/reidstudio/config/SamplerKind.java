package reidstudio.config;

/** How the pictures of a batch are chosen. */
public enum SamplerKind {
  /** Only identities that have a visible and a non-visible item; both in every batch. */
  MULTI_MODAL_BALANCED,
  /** All identities; a visible and a non-visible item where the identity has them. */
  MODAL_AWARE_PK,
  /** Only identities that have both; half of the K items visible, the rest not. */
  STRICT_MODAL_PAIRS,
  /** All identities, K items of each whatever their modality. */
  RANDOM_IDENTITY,
  /** Items drawn without looking at identity or modality: the field's plain shuffle. */
  RANDOM;

  /** Whether every identity of every batch comes with a visible and a non-visible item. */
  public boolean bringsPairs() {
    return this == MULTI_MODAL_BALANCED || this == STRICT_MODAL_PAIRS;
  }

  /** Whether a batch holds P identities with K items each. */
  public boolean groupsIdentities() {
    return this != RANDOM;
  }
}
