package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import reidstudio.ui.AwtPicture;

/**
 * Small charts as they were when someone looked at them, in {@code src/test/resources}. They hold
 * no text, since fonts differ between machines. On failure the new picture and the difference lie
 * in {@code target/golden}; a change that is wanted is copied from there.
 */
@ExtendWith(ApplicationExtension.class)
class GoldenChartTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 120;
  private static final int EDGE = 8;

  /** Of 255: rounding of soft edges between versions of JavaFX. */
  private static final int CHANNEL_TOLERANCE = 24;

  private static final double SHARE_TOLERANCE = 0.002;
  private static final Path OUT = Path.of("target", "golden");

  enum Sample {
    NOISE(2000, AxisScale.LINEAR, 0, 4) {
      @Override
      ChartPicture picture(PlotFrame frame) {
        MinMaxPyramid lower = points(3, 0.5, 1);
        MinMaxPyramid upper = points(3, 1.2, 1.6);
        return of(
            frame,
            true,
            List.of(noisy(2000, 3, 1, 0.6, 1), noisy(2000, 2, 2.4, 0.3, 2)),
            new Reference.Level("", 3.5, Tone.WARNING, true),
            new Reference.ExpectedBand("", lower, upper, Tone.GOOD));
      }
    },
    SPARSE(10, AxisScale.LINEAR, 0, 10) {
      @Override
      ChartPicture picture(PlotFrame frame) {
        MinMaxPyramid few = new MinMaxPyramid();
        MinMaxPyramid whole = new MinMaxPyramid();
        for (int i = 0; i <= 10; i++) {
          few.append(i, i == 6 ? Double.NaN : (i * 7 % 10));
          whole.append(i, 9.5);
        }
        SeriesTrace trace =
            new SeriesTrace(new TraceSeries("", 0, few, java.util.Optional.of(whole)));
        return of(frame, false, List.of(trace));
      }
    },
    MARKS(2000, AxisScale.LINEAR, 0.5, 1.5) {
      @Override
      ChartPicture picture(PlotFrame frame) {
        return of(frame, true, List.of(noisy(2000, 1, 1, 1.3, 5)));
      }
    },
    LOG(2000, AxisScale.LOG, 1e-3, 10) {
      @Override
      ChartPicture picture(PlotFrame frame) {
        MinMaxPyramid falling = new MinMaxPyramid();
        for (int i = 0; i <= 2000; i++) {
          falling.append(i, 5 * Math.exp(-i / 300.0));
        }
        return of(frame, false, List.of(new SeriesTrace(new TraceSeries("", 3, falling))));
      }
    };

    private final double end;
    private final AxisScale scale;
    private final double low;
    private final double high;

    Sample(double end, AxisScale scale, double low, double high) {
      this.end = end;
      this.scale = scale;
      this.low = low;
      this.high = high;
    }

    abstract ChartPicture picture(PlotFrame frame);

    PlotFrame frame() {
      Range x = new Range(0, end);
      Range y = new Range(low, high);
      return new PlotFrame(
          EDGE,
          EDGE,
          WIDTH,
          HEIGHT,
          1,
          new AxisMap(AxisScale.LINEAR, x, 0, WIDTH),
          new AxisMap(scale, y, HEIGHT, 0),
          NiceTicks.linear(x, 5),
          scale == AxisScale.LOG ? NiceTicks.log(y, 5) : NiceTicks.linear(y, 5));
    }

    ChartPicture of(
        PlotFrame frame, boolean smoothed, List<SeriesTrace> traces, Reference... references) {
      traces.forEach(trace -> trace.smooth(smoothed ? 0.97 : 0));
      traces.forEach(trace -> trace.cut(frame));
      boolean marked = this == MARKS;
      return new ChartPicture(
          frame,
          traces,
          List.of(references),
          marked
              ? List.of(
                  new VerticalMark(300, "", VerticalMark.Kind.BREAK, ""),
                  new VerticalMark(700, "", VerticalMark.Kind.RESTART, ""),
                  new VerticalMark(1100, "", VerticalMark.Kind.PAUSE, ""),
                  new VerticalMark(1500, "", VerticalMark.Kind.FAULT, ""))
              : List.of(),
          marked
              ? List.of(
                  new SpanMark("a", 400, 900, Tone.BAD, ""),
                  new SpanMark("b", 800, 1700, Tone.WARNING, ""))
              : List.of(),
          AxisUnit.NUMBER,
          "",
          smoothed,
          SvgChart.PAPER,
          new TextMeasure(Font.getDefault()));
    }

    private static SeriesTrace noisy(int n, double from, double to, double noise, int color) {
      SplittableRandom random = new SplittableRandom(color);
      MinMaxPyramid trace = new MinMaxPyramid();
      for (int i = 0; i <= n; i++) {
        trace.append(i, from + (to - from) * i / n + noise * (random.nextDouble() - 0.5));
      }
      return new SeriesTrace(new TraceSeries("", color, trace));
    }

    private static MinMaxPyramid points(int count, double from, double to) {
      MinMaxPyramid trace = new MinMaxPyramid();
      for (int i = 0; i < count; i++) {
        trace.append(2000.0 * i / (count - 1), from + (to - from) * i / (count - 1));
      }
      return trace;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDrawnAsItWasSeen(Sample sample, FxRobot robot) throws IOException {
    WritableImage[] drawn = new WritableImage[1];
    robot.interact(() -> drawn[0] = draw(sample.picture(sample.frame())));
    BufferedImage now = AwtPicture.of(drawn[0]);
    String name = sample.name().toLowerCase(java.util.Locale.ROOT) + ".png";
    Files.createDirectories(OUT);
    File file = OUT.resolve(name).toFile();
    ImageIO.write(now, "png", file);
    try (InputStream golden = GoldenChartTest.class.getResourceAsStream("golden/" + name)) {
      assertThat(golden).as("no golden picture; look at %s", file).isNotNull();
      compare(ImageIO.read(golden), now, name);
    }
  }

  /** Everything but what is written beside the plot. */
  private static WritableImage draw(ChartPicture picture) {
    PlotPainter painter = new PlotPainter(picture);
    int[] argb = new int[WIDTH * HEIGHT];
    painter.paintPixels(new Raster(argb, WIDTH, HEIGHT));
    WritableImage pixels = new WritableImage(WIDTH, HEIGHT);
    pixels
        .getPixelWriter()
        .setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbPreInstance(), argb, 0, WIDTH);
    ImageView below = new ImageView(pixels);
    below.relocate(EDGE, EDGE);
    Canvas above = new Canvas(WIDTH + 2 * EDGE, HEIGHT + 2 * EDGE);
    Pen pen = new CanvasPen(above);
    pen.move(EDGE, EDGE);
    painter.paintPlot(pen);
    pen.back();
    new SpanPainter(pen, picture).paintBars();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.WHITE);
    return new Group(below, above).snapshot(parameters, null);
  }

  private static void compare(BufferedImage golden, BufferedImage now, String name)
      throws IOException {
    assertThat(now.getWidth()).isEqualTo(golden.getWidth());
    assertThat(now.getHeight()).isEqualTo(golden.getHeight());
    BufferedImage difference =
        new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
    int different = 0;
    for (int y = 0; y < now.getHeight(); y++) {
      for (int x = 0; x < now.getWidth(); x++) {
        if (differ(golden.getRGB(x, y), now.getRGB(x, y))) {
          difference.setRGB(x, y, 0xFF0000);
          different++;
        }
      }
    }
    if (different > SHARE_TOLERANCE * now.getWidth() * now.getHeight()) {
      File file = OUT.resolve("difference-" + name).toFile();
      ImageIO.write(difference, "png", file);
      throw new AssertionError(
          "%d pixels of %s differ; the difference is in %s".formatted(different, name, file));
    }
  }

  private static boolean differ(int a, int b) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)) > CHANNEL_TOLERANCE) {
        return true;
      }
    }
    return false;
  }
}
