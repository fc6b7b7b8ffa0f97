package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reidstudio.ui.chart.PointCount;
import reidstudio.ui.chart.PointCount.Drawing;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class ChartWordsTest {
  private static String points(Language language, long visible, long total, Drawing drawing) {
    return new ChartWords(new Messages(language)).points(new PointCount(visible, total, drawing));
  }

  @Test
  void pointsAreCountedAsTheReaderCounts() {
    assertThat(points(Language.ENGLISH, 0, 0, Drawing.EACH)).isEmpty();
    assertThat(points(Language.ENGLISH, 1, 1, Drawing.EACH)).isEqualTo("1 point");
    assertThat(points(Language.ENGLISH, 12_345, 12_345, Drawing.EACH)).isEqualTo("12,345 points");
    assertThat(points(Language.ENGLISH, 12_345, 12_345, Drawing.SMOOTHED))
        .isEqualTo("smoothed from 12,345 points");
    assertThat(points(Language.ENGLISH, 1_200, 12_345, Drawing.COLUMNS))
        .isEqualTo("condensed from 1,200 of 12,345 points");
  }

  @Test
  void inChineseToo() {
    assertThat(points(Language.CHINESE, 12_345, 12_345, Drawing.EACH)).isEqualTo("12,345 个点");
    assertThat(points(Language.CHINESE, 1_200, 12_345, Drawing.SMOOTHED))
        .isEqualTo("由 12,345 个点中的 1,200 个平滑而成");
  }
}
