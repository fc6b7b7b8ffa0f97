package reidstudio.store.log;

import java.util.List;

/** The log of another program. */
public interface LogSource extends GrowingLog {
  /** How much was understood so far. */
  LogCounts counts();

  /** The programs whose lines were understood, in the order in which they were met. */
  List<String> programs();
}
