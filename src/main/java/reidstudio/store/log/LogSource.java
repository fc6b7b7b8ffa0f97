package reidstudio.store.log;

import java.io.IOException;

/** A log that is read as far as it goes, and further when it has grown. */
public interface LogSource {
  /**
   * Reads what is there and was not read before.
   *
   * @return whether there was anything
   * @throws IOException if it cannot be read any more
   */
  boolean advance() throws IOException;

  /** Takes what is left as the end, and tells the last of what is known. */
  void finish();

  /** How much was understood so far. */
  LogCounts counts();

  /** The programs whose lines were understood, in the order in which they were met. */
  java.util.List<String> programs();
}
