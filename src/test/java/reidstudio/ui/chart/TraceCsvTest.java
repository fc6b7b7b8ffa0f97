package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceCsvTest {
  private final MinMaxPyramid loss = new MinMaxPyramid();
  private final MinMaxPyramid accuracy = new MinMaxPyramid();

  private String written(Optional<Range> range) throws IOException {
    List<TraceSeries> series =
        List.of(new TraceSeries("loss, \"CE\"", 0, loss), new TraceSeries("accuracy", 1, accuracy));
    StringWriter out = new StringWriter();
    new TraceCsv("step", series, range).write(out);
    return out.toString();
  }

  @Test
  void oneRowPerXWithBlanksWhereASeriesHasNoPoint() throws IOException {
    loss.append(1, 0.1 + 0.2);
    loss.append(2, Double.NaN);
    loss.append(4, 1e-300);
    accuracy.append(2, 1);
    accuracy.append(3.5, 0.25);
    assertThat(written(Optional.empty()))
        .isEqualTo(
            "step,\"loss, \"\"CE\"\"\",accuracy\r\n"
                + "1,0.30000000000000004,\r\n"
                + "2,NaN,1\r\n"
                + "3.5,,0.25\r\n"
                + "4,1.0E-300,\r\n");
  }

  @Test
  void twoPointsAtOneXGetTwoRows() throws IOException {
    loss.append(7, 1);
    loss.append(7, 2);
    accuracy.append(7, 3);
    assertThat(written(Optional.empty())).endsWith("accuracy\r\n7,1,3\r\n7,2,\r\n");
  }

  @Test
  void aRangeIncludesBothEnds() throws IOException {
    for (int i = 0; i < 10; i++) {
      loss.append(i, i);
    }
    assertThat(written(Optional.of(new Range(3, 5))))
        .endsWith("accuracy\r\n3,3,\r\n4,4,\r\n5,5,\r\n");
  }
}
