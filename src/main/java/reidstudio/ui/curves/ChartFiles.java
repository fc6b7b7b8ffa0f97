package reidstudio.ui.curves;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import reidstudio.ui.chart.ChartActions;
import reidstudio.ui.chart.PngPicture;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.TraceCsv;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;

/** Saves charts as pictures and tables where the user wants them. */
public final class ChartFiles {
  private final SaveDialog dialog;
  private final ErrorFunnel errors;
  private final Messages messages;
  private final Executor io;
  private final Executor fx;

  /** Asks with {@code dialog} where to save. */
  public ChartFiles(
      SaveDialog dialog, ErrorFunnel errors, Messages messages, Executor io, Executor fx) {
    this.dialog = dialog;
    this.errors = errors;
    this.messages = messages;
    this.io = io;
    this.fx = fx;
  }

  /** What a chart's menu does, where the chart stays in its place. */
  public ChartActions actions(String name) {
    return new Actions(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What a chart's menu does in a grid. */
  ChartActions actions(
      String name,
      Consumer<TraceChart> maximise,
      Consumer<TraceChart> fullScreen,
      Consumer<TraceChart> hide) {
    return new Actions(name, Optional.of(maximise), Optional.of(fullScreen), Optional.of(hide));
  }

  private void png(TraceChart chart, String name) {
    PngPicture picture = chart.png();
    ask(name, "png").ifPresent(file -> io.execute(() -> write(picture::write, file)));
  }

  private void svg(TraceChart chart, String name) {
    Optional<String> picture = chart.svg();
    if (picture.isEmpty()) {
      errors.confirm(messages.get("chart.nothing-to-save"));
      return;
    }
    ask(name, "svg")
        .ifPresent(
            file -> io.execute(() -> write(to -> Files.writeString(to, picture.get()), file)));
  }

  /** Away from the JavaFX thread: a long run has many lines. */
  private void csv(TraceChart chart, String name) {
    TraceCsv points = chart.csv(false);
    ask(name, "csv").ifPresent(file -> io.execute(() -> write(points::write, file)));
  }

  private void write(FileContent content, Path file) {
    try {
      content.writeTo(file);
      fx.execute(() -> saved(file));
    } catch (IOException e) {
      fx.execute(() -> errors.failed(e));
    }
  }

  @FunctionalInterface
  private interface FileContent {
    void writeTo(Path file) throws IOException;
  }

  private Optional<Path> ask(String name, String extension) {
    return dialog.ask(name + "." + extension, extension);
  }

  private void saved(Path file) {
    errors.confirm(messages.get("chart.saved", file));
  }

  /** Entries of the menu. */
  private final class Actions implements ChartActions {
    private final String name;
    private final Optional<Consumer<TraceChart>> maximise;
    private final Optional<Consumer<TraceChart>> fullScreen;
    private final Optional<Consumer<TraceChart>> hide;

    Actions(
        String name,
        Optional<Consumer<TraceChart>> maximise,
        Optional<Consumer<TraceChart>> fullScreen,
        Optional<Consumer<TraceChart>> hide) {
      this.name = name;
      this.maximise = maximise;
      this.fullScreen = fullScreen;
      this.hide = hide;
    }

    @Override
    public void savePng(TraceChart chart) {
      png(chart, name);
    }

    @Override
    public void saveSvg(TraceChart chart) {
      svg(chart, name);
    }

    @Override
    public void saveCsv(TraceChart chart) {
      csv(chart, name);
    }

    @Override
    public void maximise(TraceChart chart) {
      maximise.ifPresent(action -> action.accept(chart));
    }

    @Override
    public boolean canMaximise() {
      return maximise.isPresent();
    }

    @Override
    public void fullScreen(TraceChart chart) {
      fullScreen.ifPresent(action -> action.accept(chart));
    }

    @Override
    public boolean canFillScreen() {
      return fullScreen.isPresent();
    }

    @Override
    public void hide(TraceChart chart) {
      hide.ifPresent(action -> action.accept(chart));
    }

    @Override
    public boolean canHide() {
      return hide.isPresent();
    }
  }
}
