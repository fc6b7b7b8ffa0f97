package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/** 0 to 1000 on 500 pixels: two of x for each pixel. */
class SpanPainterTest {
  private static final ChartColors COLORS =
      new ChartColors(
          Color.WHITE, Color.BLACK, Color.GRAY, Color.GREEN, Color.ORANGE, Color.CRIMSON);

  private static ChartPicture picture(SpanMark... spans) {
    PlotFrame frame =
        new PlotFrame(
            40,
            6,
            500,
            200,
            1,
            new AxisMap(AxisScale.LINEAR, new Range(0, 1000), 0, 500),
            new AxisMap(AxisScale.LINEAR, new Range(0, 1), 200, 0),
            NiceTicks.linear(new Range(0, 1000), 5),
            NiceTicks.linear(new Range(0, 1), 5));
    return new ChartPicture(
        frame,
        List.of(),
        List.of(),
        List.of(),
        List.of(spans),
        AxisUnit.NUMBER,
        "step",
        true,
        COLORS,
        new TextMeasure(Font.getDefault()));
  }

  private static SpanMark span(String id, double from, double to, Tone tone) {
    return new SpanMark(id, from, to, tone, "what " + id + " says");
  }

  @Test
  void theBarIsUnderTheMouseOnlyWhereItIsDrawn() {
    ChartPicture picture = picture(span("a", 200, 400, Tone.WARNING));
    assertThat(SpanPainter.at(picture, 150, -2)).hasValue(picture.spans().get(0));
    assertThat(SpanPainter.at(picture, 98, 0)).as("a little beside is near enough").isPresent();
    assertThat(SpanPainter.at(picture, 90, 0)).isEmpty();
    assertThat(SpanPainter.at(picture, 210, 0)).isEmpty();
    assertThat(SpanPainter.at(picture, 150, 40)).as("the shade is no bar").isEmpty();
    assertThat(SpanPainter.over(picture, 150)).isPresent();
  }

  @Test
  void spansThatOverlapLieBelowEachOtherFaultsFirst() {
    ChartPicture picture =
        picture(span("warning", 0, 600, Tone.WARNING), span("fault", 400, 800, Tone.BAD));
    assertThat(SpanPainter.at(picture, 250, -4).orElseThrow().id()).isEqualTo("fault");
    assertThat(SpanPainter.at(picture, 250, 3).orElseThrow().id()).isEqualTo("warning");
    assertThat(SpanPainter.below(picture))
        .isGreaterThan(SpanPainter.below(picture(span("fault", 400, 800, Tone.BAD))));
    assertThat(SpanPainter.below(picture())).isZero();
    ChartPicture apart = picture(span("a", 0, 100, Tone.BAD), span("b", 400, 800, Tone.BAD));
    assertThat(SpanPainter.at(apart, 300, 0).orElseThrow().id()).isEqualTo("b");
  }

  @Test
  void oneStepIsWideEnoughToBeSeenAlsoAtTheEnd() {
    ChartPicture picture = picture(span("last", 1000, 1000, Tone.BAD));
    assertThat(SpanPainter.at(picture, 498, 0)).isPresent();
    assertThat(SpanPainter.at(picture(span("gone", 1200, 1300, Tone.BAD)), 499, 0)).isEmpty();
  }

  @Test
  void aSpanThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> span("a", 3, 2, Tone.BAD)).hasMessageContaining("begins at 3");
    assertThatThrownBy(() -> span("a", Double.NaN, 2, Tone.BAD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
