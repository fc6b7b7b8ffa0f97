package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
  private final Timeline timeline = new Timeline();
  private final Series series = new Series(timeline);

  @Test
  void anEmptySeriesAnswers() {
    assertThat(series.isEmpty()).isTrue();
    assertThat(series.nearest(XAxis.STEP, 3, 0.5)).isEmpty();
    assertThat(series.columns(XAxis.STEP, 0, 10, 5, (c, a, b, f, l, n, x) -> {})).isZero();
    series.smoothed(0.5).points(XAxis.STEP, 0, 10, 5, (x, y) -> assertThat(x).isNaN());
  }

  @Test
  void aReadingIsExact() {
    timeline.append(3, 0.5, 1.25);
    series.append(Double.NaN);
    timeline.append(4, 0.75, 2.5);
    series.append(7);
    assertThat(series.nearest(XAxis.SECONDS, 99, 0.5)).contains(new Reading(4, 0.75, 2.5, 7, 7));
    assertThat(series.nearest(XAxis.EPOCH, 0.5, 0.5))
        .contains(new Reading(3, 0.5, 1.25, Double.NaN, Double.NaN));
    assertThat(series.nearest(XAxis.STEP, 3.5, 0.5).orElseThrow().step()).isEqualTo(3);
  }

  @Test
  void aStepHasOneValue() {
    assertThatThrownBy(() -> series.append(1)).isInstanceOf(IllegalStateException.class);
    timeline.append(1, 0, 0);
    series.append(1);
    assertThatThrownBy(() -> series.append(2)).isInstanceOf(IllegalStateException.class);
    assertThat(series.size()).isEqualTo(1);
  }

  @Test
  void aTimelineNeverGoesBack() {
    timeline.append(5, 1, 10);
    assertThatThrownBy(() -> timeline.append(5, 1, 10))
        .hasMessageContaining("cannot follow step 5");
    assertThat(timeline.accepts(6, 0.9, 10)).isFalse();
    assertThat(timeline.accepts(6, 1, 9.9)).isFalse();
    assertThat(timeline.accepts(6, Double.NaN, 11)).isFalse();
    assertThat(timeline.accepts(6, 1, 10)).isTrue();
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> series.columns(XAxis.STEP, 2, 1, 5, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> series.columns(XAxis.STEP, Double.NaN, 1, 5, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> series.columns(XAxis.STEP, 0, 1, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
