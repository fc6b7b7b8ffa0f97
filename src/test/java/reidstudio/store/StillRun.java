package reidstudio.store;

/** A run that nobody writes. */
public record StillRun(RunTrace trace) implements OpenedRun {
  @Override
  public void close() {
    // nothing is open
  }
}
