package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class HeatScaleTest {
  @Test
  void itReachesFromTenthToTenth() {
    HeatScale scale = HeatScale.around(new double[][] {{-0.12, 0.31}, {Double.NaN, 0.2}});
    assertThat(scale.low()).isCloseTo(-0.2, within(1e-9));
    assertThat(scale.high()).isCloseTo(0.4, within(1e-9));
    HeatScale even = HeatScale.around(new double[][] {{0.5, 0.5}});
    assertThat(even.high()).as("a scale needs a length").isGreaterThan(even.low());
    assertThat(HeatScale.around(new double[0][]).high()).isEqualTo(1);
  }

  /** So that the order of values is seen without colours, too. */
  @Test
  void coloursGrowLighterAllTheWay() {
    HeatScale scale = new HeatScale(0, 1);
    double before = -1;
    for (int i = 0; i <= 100; i++) {
      Color color = scale.color(i / 100.0);
      double light = 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
      assertThat(light).isGreaterThan(before);
      before = light;
    }
    assertThat(scale.color(-3)).isEqualTo(scale.color(0));
    assertThat(scale.color(3)).isEqualTo(scale.color(1));
  }
}
