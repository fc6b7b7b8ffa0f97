package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.event.ZeroReason;

class StepLinePropertyTest {
  private final StepLine line = new StepLine();

  /** Any 64 bits are a number: finite, subnormal, infinite or NaN. */
  @Property(tries = 500)
  void everyNumberReadsBackBitForBit(
      @ForAll @LongRange(min = 1, max = 1L << 53) long step,
      @ForAll @IntRange(min = 1) int epoch,
      @ForAll double seconds,
      @ForAll List<Long> bits,
      @ForAll Optional<ZeroReason> reason)
      throws Exception {
    Map<MetricKey, Double> values = new HashMap<>();
    for (int i = 0; i < bits.size(); i++) {
      values.put(new MetricKey("m." + i), Double.longBitsToDouble(bits.get(i)));
    }
    values.put(MetricKey.CE_LOSS, Double.POSITIVE_INFINITY);
    StepCompleted event =
        new StepCompleted("r", 7, new StepMetrics(step, epoch, 3, seconds, values, reason));

    String text = new String(line.write(event), StandardCharsets.UTF_8);

    assertThat(text).endsWith("}\n").doesNotContain(":NaN", ":Infinity", ":-Infinity");
    assertThat(line.read("r", text)).isEqualTo(event);
  }
}
