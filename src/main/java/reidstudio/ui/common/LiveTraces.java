package reidstudio.ui.common;

import java.util.Optional;
import reidstudio.store.RunTrace;

/** The traces that this process fills. Callable from any thread, never blocking. */
public interface LiveTraces {
  /** The run that goes on, or the last one that ended; empty before the first. */
  Optional<RunTrace> current();

  /** What happens outside any run, for example a diagnosis of a fresh model. */
  RunTrace idle();
}
