package reidstudio.ui.common;

import java.util.Optional;
import java.util.function.Supplier;
import reidstudio.store.RunTrace;

/**
 * The traces that a test says there are.
 *
 * @param live the run of this process at the moment
 * @param idle what happens outside any run
 */
public record GivenTraces(Supplier<Optional<RunTrace>> live, RunTrace idle) implements LiveTraces {
  @Override
  public Optional<RunTrace> current() {
    return live.get();
  }
}
