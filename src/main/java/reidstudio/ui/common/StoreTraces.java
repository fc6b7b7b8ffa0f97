package reidstudio.ui.common;

import java.util.Optional;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;

/** The traces of {@code store}. */
public record StoreTraces(RunStore store) implements LiveTraces {
  @Override
  public Optional<RunTrace> current() {
    // before the first run, the store's current trace is the one outside any run
    return Optional.of(store.current()).filter(trace -> !trace.run().isEmpty());
  }

  @Override
  public RunTrace idle() {
    return store.outside();
  }
}
