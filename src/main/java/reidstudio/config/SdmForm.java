package reidstudio.config;

/** The two published forms of similarity distribution matching. */
public enum SdmForm {
  /** Mean cross-entropy from the target to the model over valid rows, both directions averaged. */
  CROSS_ENTROPY,
  /** KL(model || target) of IRRA and ReID5o, both directions added. */
  KL_DIVERGENCE
}
