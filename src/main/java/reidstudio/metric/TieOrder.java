package reidstudio.metric;

/**
 * Who comes first among gallery items of equal similarity. The honest figure is {@link
 * #GALLERY_INDEX}; a gap between the two others shows collapsed features, whose score is made by
 * the order of the gallery.
 */
public enum TieOrder {
  /** The item that the gallery lists first. */
  GALLERY_INDEX,
  /** Matches: the upper bound. */
  MATCHES_FIRST,
  /** Matches last: the lower bound. */
  MATCHES_LAST
}
