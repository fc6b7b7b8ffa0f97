package reidstudio.store;

/** A run of which files tell. While they grow its trace may grow; one thread fills it. */
public interface OpenedRun extends AutoCloseable {
  /** What is known of it. */
  RunTrace trace();

  /** Ends the following, if it goes on, and waits for its end; what was read stays. */
  @Override
  void close();
}
