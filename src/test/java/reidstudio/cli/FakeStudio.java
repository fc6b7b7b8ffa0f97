package reidstudio.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import reidstudio.command.CommandAck;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.config.LayoutChoice;
import reidstudio.config.StudioHome;
import reidstudio.event.EventSink;
import reidstudio.store.LogOpener;
import reidstudio.store.RunStore;

/** A real store behind an engine that follows a script. */
final class FakeStudio implements StudioFactory {
  /** Answers one command, with the store to publish to. */
  @FunctionalInterface
  interface Engine {
    CommandAck take(RunCommand command, RunStore store) throws Exception;
  }

  final List<RunCommand> commands = new ArrayList<>();
  final List<String> datasetCalls = new ArrayList<>();
  int opened;
  int closed;
  UnaryOperator<EventSink> watched = UnaryOperator.identity();
  private final Engine engine;

  FakeStudio(Engine engine) {
    this.engine = engine;
  }

  static CommandAck accepted() {
    return new CommandAck.Accepted();
  }

  @Override
  public StudioServices open(StudioHome home) {
    opened++;
    RunStore store = new RunStore(home.runs(), Clock.systemUTC());
    return new Services(home, store, command -> take(command, store));
  }

  private synchronized CommandAck take(RunCommand command, RunStore store) {
    commands.add(command);
    try {
      return engine.take(command, store);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Services implements StudioServices {
    private final StudioHome home;
    private final RunStore store;
    private final RunControl control;
    private final LogOpener logs = new LogOpener(watched, ZoneOffset.UTC);

    Services(StudioHome home, RunStore store, RunControl control) {
      this.home = home;
      this.store = store;
      this.control = control;
    }

    @Override
    public RunControl control() {
      return control;
    }

    @Override
    public RunStore store() {
      return store;
    }

    @Override
    public LogOpener logs() {
      return logs;
    }

    @Override
    public Datasets datasets() {
      return new FakeDatasets(home);
    }

    @Override
    public StudioHome home() {
      return home;
    }

    @Override
    public void close() {
      logs.close();
      store.close();
      closed++;
    }
  }

  private final class FakeDatasets implements Datasets {
    private final StudioHome home;

    FakeDatasets(StudioHome home) {
      this.home = home;
    }

    @Override
    public CompletableFuture<DatasetSummary> inspect(Path folder, LayoutChoice layout, int split) {
      datasetCalls.add("inspect " + folder.getFileName());
      return CompletableFuture.completedFuture(summary(folder));
    }

    @Override
    public CompletableFuture<DatasetSummary> demo(DoubleConsumer progress) {
      datasetCalls.add("demo");
      progress.accept(0.5);
      return CompletableFuture.completedFuture(summary(home.demo()));
    }

    private DatasetSummary summary(Path folder) {
      Map<String, Integer> items = new LinkedHashMap<>();
      items.put("vis", 20);
      items.put("nir", 10);
      return new DatasetSummary(
          folder, "orbench", 7, 3, items, 5, 2, List.of("a.jpg: file is empty"));
    }
  }
}
