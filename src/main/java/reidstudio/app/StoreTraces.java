package reidstudio.app;

import java.util.Optional;
import reidstudio.store.RunStore;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.LiveTraces;

/** The store as the window sees it while runs go on. */
record StoreTraces(RunStore store) implements LiveTraces {
  @Override
  public Optional<RunTrace> current() {
    RunTrace current = store.current();
    return current == store.outside() ? Optional.empty() : Optional.of(current);
  }

  @Override
  public RunTrace idle() {
    return store.outside();
  }
}
