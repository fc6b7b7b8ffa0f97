package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ColumnsTest {
  @Property(tries = 100)
  void everyVisiblePointFallsInTheColumnOfItsPixel(@ForAll Random random) {
    MinMaxPyramid trace = new MinMaxPyramid();
    double x = 0;
    for (int i = 0; i < 2000; i++) {
      x += random.nextInt(4) == 0 ? random.nextDouble() * 10 : 0;
      trace.append(x, random.nextGaussian());
    }
    TraceSnapshot points = trace.snapshot();
    Range range = new Range(x * 0.2, x * 0.7);
    AxisMap axis = new AxisMap(AxisScale.LINEAR, range, 0, 50);
    Columns columns = new Columns();
    columns.scan(points, axis, 50, 100);
    int seen = 0;
    for (int i = 0; i < points.size(); i++) {
      if (range.contains(points.x(i))) {
        seen++;
        int column = (int) Math.min(99, Math.floor(axis.toPixel(points.x(i)) * 2 + 1e-9));
        assertThat(columns.max(column)).isGreaterThanOrEqualTo(points.y(i));
        assertThat(columns.min(column)).isLessThanOrEqualTo(points.y(i));
      }
    }
    assertThat(columns.points()).isEqualTo(seen);
  }
}
