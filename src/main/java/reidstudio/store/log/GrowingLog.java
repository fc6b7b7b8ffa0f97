package reidstudio.store.log;

import java.io.IOException;

/** Something that is read as far as it goes, and further when it has grown. */
public interface GrowingLog {
  /**
   * Reads what is there and was not read before.
   *
   * @return whether there was anything
   * @throws IOException if it cannot be read any more
   */
  boolean advance() throws IOException;

  /** Takes what is left as the end, and tells the last of what is known. */
  void finish();

  /** Whether it will grow no more, so that nobody needs to look at it again. */
  default boolean hasEnded() {
    return false;
  }
}
