package reidstudio.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.Evaluated;

/**
 * A run that has ended and that this process may write on; nobody else can until it is closed, or
 * until the run ends again.
 */
public final class ReopenedRun implements Closeable {
  private final RunStore store;
  private final RunFolder folder;
  private final RunLock lock;
  private final RunConfig config;
  private final Optional<RunState> state;
  private final Set<Long> nonFiniteSteps;
  private boolean goesOn;

  ReopenedRun(
      RunStore store,
      RunFolder folder,
      RunLock lock,
      RunConfig config,
      Optional<RunState> state,
      Set<Long> nonFiniteSteps) {
    this.store = store;
    this.folder = folder;
    this.lock = lock;
    this.config = config;
    this.state = state;
    this.nonFiniteSteps = Set.copyOf(nonFiniteSteps);
  }

  /** Where it is. */
  public RunFolder folder() {
    return folder;
  }

  /** What it was asked to do. */
  public RunConfig config() {
    return config;
  }

  /** Its last state; empty if it never had one. */
  public Optional<RunState> state() {
    return state;
  }

  /** The steps that could not be applied, for a value of theirs was not finite. */
  public Set<Long> nonFiniteSteps() {
    return nonFiniteSteps;
  }

  /**
   * Makes it the {@linkplain RunStore#current() current} run: its events are written behind those
   * in its folder and shown behind the steps up to {@code step}.
   *
   * @param now what it is to do, kept in the folder in the place of {@link #config}
   * @throws IOException with a sentence for the user
   */
  public void goOn(RunConfig now, long step) throws IOException {
    store.goOn(this, now, step);
    goesOn = true;
  }

  /**
   * Writes down an evaluation behind what was recorded, and shows it in the run's trace if it is
   * still in memory. The folder stays reopened.
   *
   * @throws IOException with a sentence for the user
   */
  public void record(Evaluated event) throws IOException {
    store.record(this, event);
  }

  /**
   * Writes down a diagnosis of the run as it stood after {@code step}, as {@link
   * #record(Evaluated)} does an evaluation.
   *
   * @throws IOException with a sentence for the user
   */
  public void record(DiagnosisFinished event, long step) throws IOException {
    store.record(this, event, step);
  }

  RunLock lock() {
    return lock;
  }

  /** Lets go of the folder, unless the run goes on. */
  @Override
  public void close() throws IOException {
    if (!goesOn) {
      lock.close();
    }
  }
}
