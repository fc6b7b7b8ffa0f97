package reidstudio.ui.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import reidstudio.ui.chart.ChartActions;
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

  /** What a chart's menu does. */
  public ChartActions actions(String name, java.util.function.Consumer<TraceChart> maximise) {
    return new ChartActions() {
      @Override
      public void savePng(TraceChart chart) {
        png(chart, name);
      }

      @Override
      public void saveCsv(TraceChart chart) {
        csv(chart, name);
      }

      @Override
      public void maximise(TraceChart chart) {
        maximise.accept(chart);
      }
    };
  }

  private void png(TraceChart chart, String name) {
    ask(name, "png")
        .ifPresent(
            file -> {
              try {
                chart.writePng(file);
                saved(file);
              } catch (IOException e) {
                errors.failed(e);
              }
            });
  }

  /** Away from the JavaFX thread: a long run has many lines. */
  private void csv(TraceChart chart, String name) {
    TraceCsv points = chart.csv(false);
    ask(name, "csv").ifPresent(file -> io.execute(() -> write(points, file)));
  }

  private void write(TraceCsv points, Path file) {
    try {
      points.write(file);
      fx.execute(() -> saved(file));
    } catch (IOException e) {
      fx.execute(() -> errors.failed(e));
    }
  }

  private Optional<Path> ask(String name, String extension) {
    return dialog.ask(name + "." + extension, extension);
  }

  private void saved(Path file) {
    errors.confirm(messages.get("chart.saved", file));
  }
}
