package reidstudio.engine;

/** Hears what the start of a session waits for, and may end it. Called on the engine thread. */
@FunctionalInterface
public interface StartListener {
  /** True ends the start with a {@link java.util.concurrent.CancellationException}. */
  boolean cancelled();

  /** A sentence on what takes long; some twenty in all. */
  default void said(String sentence) {}
}
