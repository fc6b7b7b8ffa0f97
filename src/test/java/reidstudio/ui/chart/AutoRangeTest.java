package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoRangeTest {
  private static final Range ALL = new Range(0, 1000);

  private final MinMaxPyramid trace = new MinMaxPyramid();

  private Range range(Range x, AxisScale scale, List<Reference> references) {
    SeriesTrace series = new SeriesTrace(new TraceSeries("s", 0, trace));
    series.smooth(0);
    return new AutoRange(scale, false).of(List.of(series), references, x, Optional.empty());
  }

  @Test
  void showsTheVisiblePointsWithALittleAir() {
    for (int i = 0; i <= 100; i++) {
      trace.append(i, i < 50 ? 1000 : 20 + i % 2);
    }
    Range visible = range(new Range(50, 100), AxisScale.LINEAR, List.of());
    assertThat(visible.low()).isCloseTo(19.94, within(1e-9));
    assertThat(visible.high()).isCloseTo(21.06, within(1e-9));
  }

  @Test
  void airDoesNotReachBelowZeroForPositiveValues() {
    trace.append(0, 0.01);
    trace.append(1, 5);
    assertThat(range(ALL, AxisScale.LINEAR, List.of()).low()).isZero();
  }

  @Test
  void reachesReferencesThatMustBeSeen() {
    trace.append(0, 1);
    trace.append(1, 2);
    Reference must = new Reference.Level("a", 6, Tone.NEUTRAL, true);
    Reference may = new Reference.Level("b", 60, Tone.NEUTRAL, false);
    assertThat(range(ALL, AxisScale.LINEAR, List.of(must, may)).high()).isBetween(6.0, 7.0);
  }

  @Test
  void aLogAxisIgnoresZeroAndNegativeValues() {
    trace.append(0, -4);
    trace.append(1, 0);
    trace.append(2, 1e-3);
    trace.append(3, 10);
    Range log = range(ALL, AxisScale.LOG, List.of());
    assertThat(log.low()).isBetween(1e-4, 1e-3);
    assertThat(log.high()).isBetween(10.0, 30.0);
  }

  @Test
  void survivesFlatFaultyAndEmptyTraces() {
    assertThat(range(ALL, AxisScale.LINEAR, List.of())).isEqualTo(new Range(0, 1));
    trace.append(0, Double.NaN);
    assertThat(range(ALL, AxisScale.LOG, List.of())).isEqualTo(new Range(0.1, 1));
    trace.append(1, 7);
    assertThat(range(ALL, AxisScale.LINEAR, List.of()).contains(7)).isTrue();
    trace.append(2, Double.MAX_VALUE);
    trace.append(3, -Double.MAX_VALUE);
    assertThat(range(ALL, AxisScale.LINEAR, List.of()).span()).isFinite();
  }
}
