package reidstudio.ui.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Writes times of day; those of another day than the first with their date. */
public final class WallTime {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;
  private final LocalDate first;

  /**
   * Writes times in {@code zone}.
   *
   * @param firstMillis milliseconds since 1970 of the first time
   */
  public WallTime(ZoneId zone, long firstMillis) {
    this.zone = zone;
    this.first = in(zone, firstMillis).toLocalDate();
  }

  /** The time {@code millis} after the beginning of 1970. */
  public String text(long millis) {
    return (isOnFirstDay(millis) ? TIME : DATED).format(in(zone, millis));
  }

  /** Whether the time of day says it all. */
  public boolean isOnFirstDay(long millis) {
    return in(zone, millis).toLocalDate().equals(first);
  }

  private static ZonedDateTime in(ZoneId zone, long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone);
  }
}
