package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/** A plot of 100 by 100 pixels over x 0 to 100 and y 0 to 10. */
class ReferenceTipTest {
  private static final PlotFrame FRAME =
      new PlotFrame(
          0,
          0,
          100,
          100,
          1,
          new AxisMap(AxisScale.LINEAR, new Range(0, 100), 0, 100),
          new AxisMap(AxisScale.LINEAR, new Range(0, 10), 100, 0),
          new Ticks(List.of(), 1),
          new Ticks(List.of(), 1));

  private static ChartPicture picture(List<SeriesTrace> traces, Reference... references) {
    Color c = Color.BLACK;
    return new ChartPicture(
        FRAME,
        traces,
        List.of(references),
        List.of(),
        List.of(),
        AxisUnit.NUMBER,
        "",
        false,
        new ChartColors(c, c, c, c, c, c),
        new TextMeasure(Font.getDefault()));
  }

  private static MinMaxPyramid line(double from, double to) {
    MinMaxPyramid line = new MinMaxPyramid();
    line.append(0, from);
    line.append(100, to);
    return line;
  }

  @Test
  void aLineTellsItsValueAtTheMouseAndHowItIsComputed() {
    ChartPicture picture =
        picture(
            List.of(),
            new Reference.Level("ln C = 9", 9, Tone.WARNING, true, "ln of C."),
            new Reference.Expected("chance", line(2, 4), Tone.WARNING, "All equal."));
    assertThat(ReferenceTip.at(picture, 50, 12)).contains("ln C = 9\nln of C.");
    assertThat(ReferenceTip.at(picture, 50, 70)).contains("chance: 3\nAll equal.");
    assertThat(ReferenceTip.at(picture, 0, 79)).contains("chance: 2\nAll equal.");
    assertThat(ReferenceTip.at(picture, 50, 50)).isEmpty();
  }

  @Test
  void aStripeTellsItsLimitsWhereNoLineIsNearer() {
    ChartPicture picture =
        picture(
            List.of(),
            new Reference.ExpectedBand("band", line(2, 2), line(8, 8), Tone.GOOD, "Between."),
            new Reference.Level("five", 5, Tone.GOOD, true, "Half."),
            new Reference.Level("unsaid", 4, Tone.GOOD, true));
    assertThat(ReferenceTip.at(picture, 30, 30)).contains("band: 2 – 8\nBetween.");
    assertThat(ReferenceTip.at(picture, 30, 53)).contains("five\nHalf.");
    assertThat(ReferenceTip.at(picture, 30, 60)).contains("band: 2 – 8\nBetween.");
    assertThat(ReferenceTip.at(picture, 30, 90)).isEmpty();
  }

  @Test
  void aPointBeyondTheAxisTellsItsValueAtTheEdge() {
    MinMaxPyramid spiky = new MinMaxPyramid();
    for (int i = 0; i <= 100; i++) {
      spiky.append(i, i == 40 ? 812.5 : i == 60 ? -3 : 5);
    }
    SeriesTrace trace = new SeriesTrace(new TraceSeries("loss", 0, spiky));
    trace.cut(FRAME);
    ChartPicture picture = picture(List.of(trace));
    EnglishTexts texts = new EnglishTexts();
    assertThat(ClippedTip.at(picture, texts, 41, 3)).contains("loss 812.5 at 40 above");
    assertThat(ClippedTip.at(picture, texts, 59, 98)).contains("loss −3 at 60 below");
    assertThat(ClippedTip.at(picture, texts, 41, 50)).isEmpty();
    assertThat(ClippedTip.at(picture, texts, 80, 3)).isEmpty();
  }
}
