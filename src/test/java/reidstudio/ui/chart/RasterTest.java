package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RasterTest {
  private static final Ink WHITE = new Ink(1, 1, 1, 1);

  private final Raster raster = new Raster(new int[3 * 8], 3, 8);

  private int alpha(int x, int y) {
    return raster.pixel(x, y) >>> 24;
  }

  @Test
  void aSpanCoversPartOfItsEndPixels() {
    raster.span(1, 1.25, 4.5, WHITE, WHITE.premultiplied(1));
    assertThat(alpha(1, 0)).isZero();
    assertThat(alpha(1, 1)).isEqualTo(191);
    assertThat(alpha(1, 2)).isEqualTo(255);
    assertThat(alpha(1, 3)).isEqualTo(255);
    assertThat(alpha(1, 4)).isEqualTo(128);
    assertThat(alpha(1, 5)).isZero();
    assertThat(alpha(0, 2)).isZero();
    assertThat(alpha(2, 2)).isZero();
  }

  @Test
  void aSpanWithinOnePixelCoversItsHeight() {
    raster.span(0, 3.25, 3.75, WHITE, WHITE.premultiplied(1));
    assertThat(alpha(0, 3)).isEqualTo(128);
    assertThat(alpha(0, 2) + alpha(0, 4)).isZero();
  }

  @Test
  void spansAndRectanglesAreClipped() {
    raster.span(2, -100, 100, WHITE, WHITE.premultiplied(1));
    raster.span(0, 9, 12, WHITE, WHITE.premultiplied(1));
    raster.span(0, Double.NaN, Double.NaN, WHITE, WHITE.premultiplied(1));
    raster.fill(-5, 7, 100, 100, WHITE);
    assertThat(alpha(2, 0)).isEqualTo(255);
    assertThat(alpha(0, 6)).isZero();
    assertThat(alpha(0, 7)).isEqualTo(255);
  }

  @Property
  void blendingIsPorterDuffOver(
      @ForAll @DoubleRange(min = 0, max = 1) double below,
      @ForAll @DoubleRange(min = 0, max = 1) double above) {
    Raster one = new Raster(new int[1], 1, 1);
    one.fill(0, 0, 1, 1, new Ink(1, 0, 0.5, below));
    one.fill(0, 0, 1, 1, new Ink(0, 1, 0.5, above));
    int pixel = one.pixel(0, 0);
    assertThat((double) (pixel >>> 24)).isCloseTo(255 * (above + below * (1 - above)), within(2.0));
    assertThat((double) (pixel >> 16 & 255)).isCloseTo(255 * below * (1 - above), within(2.0));
    assertThat((double) (pixel >> 8 & 255)).isCloseTo(255 * above, within(2.0));
  }
}
