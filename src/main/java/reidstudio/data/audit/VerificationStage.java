package reidstudio.data.audit;

/** What a verification is doing. */
public enum VerificationStage {
  /** Lists and reads annotations, looks at the ends of files. */
  READING,
  /** Decodes every picture and compares contents. */
  DECODING
}
