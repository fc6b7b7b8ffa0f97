package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ChartBenchTest {
  @Test
  void measuresEveryCase() {
    List<ChartBench.Figures> figures = new ChartBench(new EnglishTexts(), 1, 2).run();
    assertThat(figures).hasSize(4);
    assertThat(figures)
        .allSatisfy(
            each -> {
              assertThat(each.threadMedian()).isPositive();
              assertThat(each.updateMedian()).isLessThanOrEqualTo(each.update95());
              assertThat(each.threadMedian()).isLessThanOrEqualTo(each.threadWorst());
            });
  }
}
