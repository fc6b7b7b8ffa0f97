package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WallTimeTest {
  @Test
  void theDateIsWrittenWhereItIsNotThatOfTheFirst() {
    WallTime times = new WallTime(ZoneOffset.ofHours(8), millis("2026-03-01T10:20:30Z"));
    assertThat(times.text(millis("2026-03-01T15:59:59Z"))).isEqualTo("23:59:59");
    assertThat(times.text(millis("2026-03-01T16:00:00Z"))).isEqualTo("2026-03-02 00:00:00");
    assertThat(times.text(millis("2026-02-28T10:20:30Z"))).isEqualTo("2026-02-28 18:20:30");
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
