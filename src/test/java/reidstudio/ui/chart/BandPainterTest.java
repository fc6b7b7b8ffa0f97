package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BandPainterTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 50;
  private static final Ink INK = new Ink(0, 0, 1, 1);

  private final Raster raster = new Raster(new int[WIDTH * HEIGHT], WIDTH, HEIGHT);
  private final MinMaxPyramid trace = new MinMaxPyramid();
  private final Columns columns = new Columns();

  /** x from 0 to {@code end} over 100 columns, y from 0 at the bottom to 50 at the top. */
  private BandPainter painter(double end) {
    AxisMap x = new AxisMap(AxisScale.LINEAR, new Range(0, end), 0, WIDTH);
    AxisMap y = new AxisMap(AxisScale.LINEAR, new Range(0, HEIGHT), HEIGHT, 0);
    columns.scan(trace.snapshot(), x, WIDTH, WIDTH);
    return new BandPainter(raster, x, y, 1);
  }

  private void paint(double end) {
    painter(end).paint(trace.snapshot(), columns, INK);
  }

  private int top(int column) {
    for (int row = 0; row < HEIGHT; row++) {
      if (raster.pixel(column, row) != 0) {
        return row;
      }
    }
    return -1;
  }

  private int bottom(int column) {
    for (int row = HEIGHT - 1; row >= 0; row--) {
      if (raster.pixel(column, row) != 0) {
        return row;
      }
    }
    return -1;
  }

  @Test
  void eachColumnReachesFromItsSmallestToItsLargestValue() {
    for (int i = 0; i < 10_000; i++) {
      double y = i == 4321 ? 45 : i == 8765 ? 5 : 20 + 10 * (i % 2);
      trace.append(i, y);
    }
    paint(10_000);
    for (int c = 0; c < WIDTH; c++) {
      // Rows count from the top: y 30 is row 20, y 20 ends with row 29.
      assertThat(top(c)).as("top of %d", c).isEqualTo(c == 43 ? 5 : 20);
      assertThat(bottom(c)).as("bottom of %d", c).isEqualTo(c == 87 ? 44 : 29);
    }
  }

  @Test
  void neighboursMeetWhereTheLineBetweenThemCrossesTheBorder() {
    trace.append(0, 10);
    trace.append(100, 40);
    paint(100);
    // A straight rise of 30 over 100 columns: no gap anywhere.
    for (int c = 1; c < WIDTH; c++) {
      assertThat(top(c)).isBetween(top(c - 1) - 1, top(c - 1));
      assertThat(bottom(c)).isGreaterThanOrEqualTo(top(c - 1));
    }
    assertThat(bottom(0)).isEqualTo(40);
    assertThat(top(99)).isBetween(9, 10);
  }

  @Test
  void aFlatTraceIsOnePixelHigh() {
    trace.append(0, 24.5);
    trace.append(100, 24.5);
    paint(100);
    assertThat(raster.pixel(50, 25)).isEqualTo(0xFF0000FF);
    assertThat(top(50)).isEqualTo(25);
    assertThat(bottom(50)).isEqualTo(25);
  }

  @Test
  void notANumberIsMarkedOnTheTopEdge() {
    for (int i = 0; i < 1000; i++) {
      trace.append(i, i == 505 ? Double.NaN : i == 805 ? Double.NEGATIVE_INFINITY : 10);
    }
    painter(1000).paintNonFinite(columns, new Ink(1, 0, 0, 1));
    assertThat(raster.pixel(50, 0)).isEqualTo(0xFFFF0000);
    assertThat(raster.pixel(80, 0)).isEqualTo(0xFFFF0000);
    assertThat(raster.pixel(50, 7)).isEqualTo(0xFFFF0000);
    assertThat(raster.pixel(50, 8)).isZero();
    assertThat(raster.pixel(20, 0)).isZero();
  }

  @Test
  void valuesBeyondTheAxisAreMarkedAtTheEdgeTheyLeaveThrough() {
    for (int i = 0; i < 1000; i++) {
      trace.append(i, i == 250 ? 51 : i == 750 ? -1 : 25);
    }
    painter(1000).paintClipped(columns, INK);
    assertThat(raster.pixel(25, 0)).isEqualTo(0xFF0000FF);
    assertThat(raster.pixel(25, HEIGHT - 1)).isZero();
    assertThat(raster.pixel(75, HEIGHT - 1)).isEqualTo(0xFF0000FF);
    assertThat(raster.pixel(75, 0)).isZero();
    assertThat(raster.pixel(27, 0)).isZero();
  }

  @Test
  void theWholePictureStaysTheSameBitForBit() {
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      trace.append(i, 25 + 8 * random.nextGaussian());
    }
    painter(5000).paint(trace.snapshot(), columns, new Ink(0, 0.45, 0.7, 0.26));
    CRC32 sum = new CRC32();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int pixel = raster.pixel(x, y);
        for (int shift = 0; shift < 32; shift += 8) {
          sum.update(pixel >>> shift & 255);
        }
      }
    }
    assertThat(Long.toHexString(sum.getValue())).isEqualTo("caa40540");
  }
}
