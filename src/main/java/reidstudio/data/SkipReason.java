package reidstudio.data;

/** Why an item is left out. */
public enum SkipReason {
  /** Annotated, but not on disk. */
  MISSING_FILE("file is missing"),
  /** Zero bytes long. */
  EMPTY_FILE("file is empty"),
  /** Its first or last bytes are not those of a whole JPEG or PNG. */
  BROKEN_PICTURE("picture is truncated or not a picture"),
  /** Looked whole, but the decoder refused it. */
  UNDECODABLE("picture cannot be decoded"),
  /** The system does not let it be read. */
  UNREADABLE("cannot be read"),
  /** A caption without a letter or digit. */
  EMPTY_CAPTION("caption is empty"),
  /** Neither visible, near-infrared, coloured pencil, sketch nor text. */
  UNKNOWN_MODALITY("modality is unknown"),
  /** Absolute, with {@code ..}, or a link to elsewhere. */
  OUTSIDE_FOLDER("leads out of the data folder"),
  /** A picture whose folder or name is not one that its layout gives to an identity. */
  MISPLACED("is not where its layout has pictures"),
  /** A visible picture of a training identity that no annotation names. */
  UNANNOTATED("visible picture has no annotation"),
  /** An annotation of another shape than the layout's. */
  MALFORMED_ENTRY("annotation cannot be understood"),
  /** A test identity that is trained on as well. */
  SPLIT_OVERLAP("test identity is also trained on");

  private final String words;

  SkipReason(String words) {
    this.words = words;
  }

  /** The reason in words that follow a name: {@code a.jpg: file is missing}. */
  public String words() {
    return words;
  }
}
