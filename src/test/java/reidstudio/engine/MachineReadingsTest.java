package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.event.MetricKey;

class MachineReadingsTest {
  @Test
  void aBusyThreadIsSeenAndACardIsNotMadeUp() {
    try (MachineReadings readings = new MachineReadings(-1)) {
      assertThat(readings.newest()).containsOnlyKeys(MetricKey.MEMORY);
      Map<MetricKey, Double> busy = readings.newest();
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!busy.containsKey(MetricKey.PROCESSOR_OWN) && System.nanoTime() < end) {
        busy = readings.newest(); // which keeps a processor busy
      }
      assertThat(busy.get(MetricKey.MEMORY)).isGreaterThan(10);
      assertThat(busy.get(MetricKey.PROCESSOR_OWN)).isGreaterThan(0.01).isLessThanOrEqualTo(1.05);
      assertThat(busy.get(MetricKey.PROCESSOR_ALL)).isBetween(0.01, 1.0);
      assertThat(busy).doesNotContainKey(MetricKey.CARD_USE);
    }
  }
}
