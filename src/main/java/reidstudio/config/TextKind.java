package reidstudio.config;

/** How captions become features. */
public enum TextKind {
  /** Words of the training captions, read in both directions; the first token is the feature. */
  WORDS,
  /** CLIP: byte-level BPE, read from left to right; the end token is the feature. */
  CLIP
}
