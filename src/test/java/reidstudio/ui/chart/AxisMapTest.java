package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AxisMapTest {
  @Test
  void mapsTheEndsOfTheRangeToTheEndsOfTheAxis() {
    AxisMap y = new AxisMap(AxisScale.LINEAR, new Range(2, 6), 200, 0);
    assertThat(y.toPixel(2)).isEqualTo(200);
    assertThat(y.toPixel(6)).isEqualTo(0);
    assertThat(y.toPixel(3)).isEqualTo(150);
    assertThat(y.toValue(50)).isEqualTo(5);
  }

  @Test
  void aLogAxisGivesEachDecadeTheSameRoom() {
    AxisMap y = new AxisMap(AxisScale.LOG, new Range(0.01, 100), 400, 0);
    assertThat(y.toPixel(1)).isCloseTo(200, within(1e-9));
    assertThat(y.toPixel(10)).isCloseTo(100, within(1e-9));
    assertThat(y.toPixel(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(y.toPixel(-3)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Property
  void bothDirectionsAreInverse(
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 1e3) double low,
      @ForAll @DoubleRange(min = 1.01, max = 1e6) double ratio,
      @ForAll @DoubleRange(min = -500, max = 1500) double pixel,
      @ForAll AxisScale scale) {
    AxisMap axis = new AxisMap(scale, new Range(low, low * ratio), 0, 1000);
    assertThat(axis.toPixel(axis.toValue(pixel))).isCloseTo(pixel, within(1e-4));
  }

  @Test
  void panningMovesTheValuesWithTheMouse() {
    AxisMap x = new AxisMap(AxisScale.LINEAR, new Range(0, 100), 0, 200);
    Range panned = x.panned(50);
    assertThat(panned).isEqualTo(new Range(-25, 75));
    AxisMap log = new AxisMap(AxisScale.LOG, new Range(1, 100), 200, 0);
    assertThat(log.panned(100).low()).isCloseTo(10, within(1e-9));
  }

  @Test
  void zoomingKeepsTheValueUnderTheMouse() {
    Range zoomed = new Range(0, 100).scaledAround(30, 0.5);
    assertThat(zoomed).isEqualTo(new Range(15, 65));
  }
}
