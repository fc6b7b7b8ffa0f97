package reidstudio.event;

/** A group of checks that a user can ask for. */
public enum CheckKind {
  /** Why does the cross-entropy not fall? */
  CE,
  /** Why does SDM find no pairs? */
  SAMPLING;

  /** The word used on the command line and in file names. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
