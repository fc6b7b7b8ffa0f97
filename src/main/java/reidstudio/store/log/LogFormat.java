package reidstudio.store.log;

import java.util.List;
import java.util.Optional;

/** The lines of one program. A format may remember earlier lines, for example a table's head. */
interface LogFormat {
  /** The program, as a person would name it. */
  String program();

  /** What {@code text} tells, often nothing to keep; empty if it is no line of the program. */
  Optional<List<LogFact>> read(String text);
}
