package reidstudio.ui.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import reidstudio.store.RunListing;
import reidstudio.store.XAxis;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;

/** Which runs are compared, and how. What is written meanwhile is followed. */
public final class CompareViewModel {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final double DEFAULT_SMOOTHING = 0.6;

  private final RunFolderReader reader;
  private final ErrorFunnel errors;
  private final Executor io;
  private final FxPump fx;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<List<ComparedRun>> runs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<ConfigDifference> difference =
      new ReadOnlyObjectWrapper<>(new ConfigDifference(List.of()));
  private final ObservableSet<ComparedRun> hidden = FXCollections.observableSet();
  private final DoubleProperty smoothing = new SimpleDoubleProperty(DEFAULT_SMOOTHING);
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
  private Optional<RunLoading> loading = Optional.empty();
  private List<RunListing> asked = List.of();

  /**
   * @param io may block
   * @param fx runs on the JavaFX thread and looks at the progress
   */
  public CompareViewModel(RunFolderReader reader, ErrorFunnel errors, Executor io, FxPump fx) {
    this.reader = reader;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    fx.watch(
        () -> loading.map(RunLoading::version).orElse(0L),
        () -> progress.set(loading.map(RunLoading::share).orElse(0.0)));
  }

  /** Reads {@code wanted} and shows them side by side. */
  public void compare(List<RunListing> wanted) {
    close();
    asked = List.copyOf(wanted);
    open.set(true);
    progress.set(0);
    // told apart by identity: an older loading may end later
    RunLoading[] mine = new RunLoading[1];
    mine[0] = new RunLoading(asked, reader, outcome -> take(mine[0], outcome));
    loading = Optional.of(mine[0]);
    mine[0].start(io);
  }

  /** Ends the comparison, or the reading for it. */
  public void close() {
    loading.ifPresent(RunLoading::end);
    loading = Optional.empty();
    letGo(runs.get());
    runs.set(List.of());
    difference.set(new ConfigDifference(List.of()));
    hidden.clear();
    open.set(false);
  }

  /** Calls {@code look} again and again, for what is written meanwhile. */
  void lookAgain(Runnable look) {
    fx.every(LOOK_EVERY, look);
  }

  /** Whether runs are compared, or read to be compared. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** How much is read, 0 to 1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How many were asked for. */
  int asked() {
    return asked.size();
  }

  /** The runs once they are read; empty before. */
  ReadOnlyObjectProperty<List<ComparedRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** Where they differ. */
  ReadOnlyObjectProperty<ConfigDifference> differenceProperty() {
    return difference.getReadOnlyProperty();
  }

  /** Runs without lines. */
  ObservableSet<ComparedRun> hidden() {
    return hidden;
  }

  /** Share of the past in the lines, 0 to 0.99. */
  DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** What x stands for. */
  ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  private void take(RunLoading from, RunLoading.Outcome outcome) {
    RunSettings settings = new RunSettings();
    List<Map<String, String>> all = outcome.runs().stream().map(settings::of).toList();
    ConfigDifference found = ConfigDifference.of(all);
    fx.execute(
        () -> {
          if (loading.filter(now -> now == from).isEmpty()) {
            letGo(outcome.runs());
          } else if (outcome.failure().isPresent()) {
            close();
            errors.failed(outcome.failure().get());
          } else {
            loading = Optional.empty();
            difference.set(found);
            runs.set(outcome.runs());
          }
        });
  }

  /** Ending a follower may wait for the disk. */
  private void letGo(List<ComparedRun> gone) {
    if (!gone.isEmpty()) {
      io.execute(() -> gone.forEach(run -> run.opened().close()));
    }
  }
}
