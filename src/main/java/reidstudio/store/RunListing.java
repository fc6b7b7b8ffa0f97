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
 * @param about what its user says of it
 * @param startedAt when it began
 * @param state its last state; empty if it never had one
 * @param interrupted whether its process ended without ending the run
 * @param epochsDone finished passes over the data
 * @param epochs passes asked for; 0 if unknown
 * @param steps steps made
 * @param origin what it was made from
 * @param figures its last and best figures
 * @param remark why {@code about} could not be read, as a sentence; empty if it could
 * @param problem why the folder cannot be shown as a run, as a sentence; empty for a sound run
 */
public record RunListing(
    Path folder,
    String name,
    RunAbout about,
    Instant startedAt,
    Optional<RunState> state,
    boolean interrupted,
    int epochsDone,
    int epochs,
    long steps,
    RunOrigin origin,
    RunFigures figures,
    String remark,
    String problem) {
  /** What it is called. */
  public String title() {
    return about.title().isEmpty() ? name : about.title();
  }

  /** Whether {@link #problem} says why this is no run to open. */
  public boolean isBroken() {
    return !problem.isEmpty();
  }

  /** Whether the run goes on, in whichever process. */
  public boolean isUnderWay() {
    return !interrupted && state.filter(s -> !s.isTerminal()).isPresent();
  }

  /** Whether the run has ended before its last epoch, so that it may go on as it is. */
  public boolean mayGoOn() {
    boolean early = state.filter(s -> s == RunState.STOPPED || s == RunState.FAILED).isPresent();
    return !isBroken() && steps > 0 && epochsDone < epochs && (interrupted || early);
  }

  /** Whether the run has ended with something to go on from, for more epochs if it has made all. */
  public boolean mayTrainOn() {
    return !isBroken() && steps > 0 && epochs > 0 && state.isPresent() && !isUnderWay();
  }

  /** The same, of which something else is said. */
  public RunListing withAbout(RunAbout other) {
    return new RunListing(
        folder,
        name,
        other,
        startedAt,
        state,
        interrupted,
        epochsDone,
        epochs,
        steps,
        origin,
        figures,
        "",
        problem);
  }

  /** The same, of which could not be read what is said. */
  RunListing withRemark(String reason) {
    return new RunListing(
        folder,
        name,
        about,
        startedAt,
        state,
        interrupted,
        epochsDone,
        epochs,
        steps,
        origin,
        figures,
        reason,
        problem);
  }

  RunListing asInterrupted(boolean now) {
    return new RunListing(
        folder,
        name,
        about,
        startedAt,
        state,
        now,
        epochsDone,
        epochs,
        steps,
        origin,
        figures,
        remark,
        problem);
  }

  static RunListing broken(Path folder, Instant changed, String problem) {
    return new RunListing(
        folder,
        new RunFolder(folder).run(),
        RunAbout.nothing(),
        changed,
        Optional.empty(),
        false,
        0,
        0,
        0,
        RunOrigin.unknown(),
        RunFigures.none(),
        "",
        problem);
  }
}
