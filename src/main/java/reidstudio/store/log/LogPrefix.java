package reidstudio.store.log;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.Severity;

/** What loggers write in front of a line: Python's usual forms, and fast-reid's without a year. */
final class LogPrefix {
  private static final String LEVEL = "(DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)";
  private static final Pattern DATED =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:[,.](\\d{3}))?"
              + "(?: - (?:[\\w.]+ - )?"
              + LEVEL
              + " - | [\\w.]+ "
              + LEVEL
              + ": )(.*)");
  private static final Pattern ROOT = Pattern.compile(LEVEL + ":[\\w.]+:(.*)");
  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?:"
              + LEVEL
              + " )?\\[(\\d\\d)/(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d) [\\w.]+\\]: *(?:"
              + LEVEL
              + ": )?(.*)");

  private final ZoneId zone;
  private final int year;

  /**
   * Reads times as they are in {@code zone}.
   *
   * @param year of times that are without one
   */
  LogPrefix(ZoneId zone, int year) {
    this.zone = zone;
    this.year = year;
  }

  LogRecord read(String line) {
    Matcher dated = DATED.matcher(line);
    if (dated.matches()) {
      String level = dated.group(8) != null ? dated.group(8) : dated.group(9);
      return new LogRecord(dated.group(10), at(dated, number(dated, 1), 2), severity(level));
    }
    Matcher root = ROOT.matcher(line);
    if (root.matches()) {
      return new LogRecord(root.group(2), OptionalLong.empty(), severity(root.group(1)));
    }
    Matcher bracketed = BRACKETED.matcher(line);
    if (bracketed.matches()) {
      String level = bracketed.group(1) != null ? bracketed.group(1) : bracketed.group(7);
      return new LogRecord(bracketed.group(8), at(bracketed, year, 2), severity(level));
    }
    return new LogRecord(line, OptionalLong.empty(), Optional.empty());
  }

  /** Month, day, hour, minute and second from group {@code from} on. */
  private OptionalLong at(Matcher parts, int inYear, int from) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              inYear,
              number(parts, from),
              number(parts, from + 1),
              number(parts, from + 2),
              number(parts, from + 3),
              number(parts, from + 4));
      String millis = parts.pattern() == DATED ? parts.group(7) : null;
      return OptionalLong.of(
          time.atZone(zone).toInstant().toEpochMilli()
              + (millis == null ? 0 : Long.parseLong(millis)));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Optional<Severity> severity(String level) {
    if (level == null) {
      return Optional.empty();
    }
    return switch (level) {
      case "WARNING", "WARN" -> Optional.of(Severity.WARNING);
      case "ERROR", "CRITICAL", "FATAL" -> Optional.of(Severity.ERROR);
      default -> Optional.of(Severity.INFO);
    };
  }
}
