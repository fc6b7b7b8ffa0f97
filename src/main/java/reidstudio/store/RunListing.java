package reidstudio.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import reidstudio.event.RunState;

/**
 * A run folder in one line.
 *
 * @param folder where it is
 * @param name name in the run's configuration, or the folder's if that is unknown
 * @param startedAt when it began
 * @param state its last state; empty if it never had one
 * @param interrupted whether its process ended without ending the run
 * @param epochsDone finished passes over the data
 * @param epochs passes asked for; 0 if unknown
 * @param steps steps made
 * @param ceLoss cross-entropy of the last step; NaN if unknown
 * @param sdmLoss SDM of the last step; NaN if unknown
 * @param ceAccuracy batch accuracy of the last step, 0 to 1; NaN if unknown
 * @param problem why the folder cannot be shown as a run, as a sentence; empty for a sound run
 */
public record RunListing(
    Path folder,
    String name,
    Instant startedAt,
    Optional<RunState> state,
    boolean interrupted,
    int epochsDone,
    int epochs,
    long steps,
    double ceLoss,
    double sdmLoss,
    double ceAccuracy,
    String problem) {
  /** Whether {@link #problem} says why this is no run to open. */
  public boolean isBroken() {
    return !problem.isEmpty();
  }

  /** Whether the run has ended before its last epoch, so that it may go on as it is. */
  public boolean mayGoOn() {
    boolean early = state.filter(s -> s == RunState.STOPPED || s == RunState.FAILED).isPresent();
    return !isBroken() && steps > 0 && epochsDone < epochs && (interrupted || early);
  }

  static RunListing broken(Path folder, Instant changed, String problem) {
    String name = new RunFolder(folder).run();
    return new RunListing(
        folder,
        name,
        changed,
        Optional.empty(),
        false,
        0,
        0,
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        problem);
  }
}
