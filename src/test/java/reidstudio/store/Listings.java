package reidstudio.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import reidstudio.event.RunState;

/** Made-up runs of the list. */
public final class Listings {
  private Listings() {}

  /** A run of 12 epochs. */
  public static RunListing of(
      Path folder, RunState state, boolean interrupted, int epochsDone, long steps) {
    String name = String.valueOf(folder.getFileName()).replaceAll("^[0-9-]+", "");
    return new RunListing(
        folder,
        name,
        RunAbout.nothing(),
        Instant.parse("2026-03-01T10:20:30Z"),
        Optional.ofNullable(state),
        interrupted,
        epochsDone,
        12,
        steps,
        RunOrigin.unknown(),
        steps == 0 ? RunFigures.none() : figures(),
        "",
        "");
  }

  /** One of 12 epochs that has all of them. */
  public static RunListing completed(Path folder) {
    return of(folder, RunState.COMPLETED, false, 12, 480);
  }

  private static RunFigures figures() {
    return new RunFigures(0.98, 1.234, 0.94, OptionalDouble.empty(), Sketch.empty());
  }

  /** A folder that is no run. */
  public static RunListing broken(Path folder, String problem) {
    return RunListing.broken(folder, Instant.EPOCH, problem);
  }
}
