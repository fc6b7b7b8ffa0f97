package reidstudio.store.log;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import reidstudio.event.Severity;

/**
 * One line, taken apart.
 *
 * @param text without time, level and name of the logger
 * @param atMillis when it was written, milliseconds since 1970
 * @param level how bad its logger says it is
 */
record LogRecord(String text, OptionalLong atMillis, Optional<Severity> level) {
  /** A number or word that the end of the file may have cut through. */
  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{N}_.+%\\-\u2014]+$");

  /** The same without the word at its end, which may go on. */
  LogRecord torn() {
    return new LogRecord(LAST_WORD.matcher(text).replaceAll(""), atMillis, level);
  }
}
