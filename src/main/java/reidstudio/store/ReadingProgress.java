package reidstudio.store;

/** Hears how far a long reading is, and may end it. */
@FunctionalInterface
public interface ReadingProgress {
  /** Reads to the end and tells nobody. */
  ReadingProgress UNHEARD = bytes -> true;

  /** Returns whether to go on after {@code bytes} more; called by the thread that reads. */
  boolean goesOn(int bytes);
}
