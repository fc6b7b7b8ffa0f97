package reidstudio.store.log;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import reidstudio.event.RunProfile;

/** What a log has told of its run so far. */
final class KnownProfile {
  private RunProfile known = RunProfile.unknown();
  private RunProfile supposed = RunProfile.unknown();
  private OptionalInt real = OptionalInt.empty();
  private OptionalInt announced = OptionalInt.empty();
  private int epochs;
  private RunProfile told = RunProfile.unknown();

  void know(RunProfile part) {
    known = over(part, known);
  }

  void suppose(RunProfile part) {
    supposed = over(part, supposed);
  }

  void epochs(int planned) {
    epochs = Math.max(epochs, planned);
  }

  void announced(int batches) {
    if (batches > 0) {
      announced = OptionalInt.of(batches);
    }
  }

  void real(int batches) {
    if (batches > 0) {
      real = OptionalInt.of(batches);
    }
  }

  /** All of it, if that has changed since it was asked for last. */
  Optional<RunProfile> news() {
    RunProfile now = now();
    boolean changed = !now.equals(told);
    told = now;
    return changed ? Optional.of(now) : Optional.empty();
  }

  RunProfile now() {
    RunProfile best = over(known, supposed);
    OptionalInt length = real.isPresent() ? real : announced;
    OptionalLong total =
        epochs > 0 && length.isPresent()
            ? OptionalLong.of((long) epochs * length.getAsInt())
            : OptionalLong.empty();
    return new RunProfile(
        best.classes(),
        best.batchSize(),
        real,
        announced,
        total,
        best.embedding(),
        best.parameters(),
        best.labelSmoothing(),
        best.sdmForm(),
        Optional.empty());
  }

  private static RunProfile over(RunProfile part, RunProfile whole) {
    return new RunProfile(
        part.classes().isPresent() ? part.classes() : whole.classes(),
        part.batchSize().isPresent() ? part.batchSize() : whole.batchSize(),
        part.stepsPerEpoch(),
        part.nominalStepsPerEpoch(),
        part.totalSteps(),
        part.embedding().isPresent() ? part.embedding() : whole.embedding(),
        part.parameters(),
        part.labelSmoothing().isPresent() ? part.labelSmoothing() : whole.labelSmoothing(),
        part.sdmForm().or(whole::sdmForm),
        Optional.empty());
  }
}
