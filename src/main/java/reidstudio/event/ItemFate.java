package reidstudio.event;

/** What became of an item that a sampler planned for a batch. */
public enum ItemFate {
  /** It is a row of the batch. */
  ROW,
  /** Modality dropout left it out. */
  MASKED,
  /** It could not be read. */
  UNREADABLE
}
