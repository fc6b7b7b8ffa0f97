package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.store.ImportedRun;
import reidstudio.store.RunListing;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.RunInView;

/** The stored runs, and which of them is shown. */
public final class HistoryViewModel {
  private final RunArchive archive;
  private final RunControl control;
  private final RunInView runs;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final Runnable opened;
  private final ObservableList<RunListing> listings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private Optional<ImportedRun> followed = Optional.empty();
  private int jobs;

  /**
   * @param io may block
   * @param fx runs on the JavaFX thread
   * @param opened called when the run that was asked for is in view
   */
  public HistoryViewModel(
      RunArchive archive,
      RunControl control,
      RunInView runs,
      ErrorFunnel errors,
      Executor io,
      Executor fx,
      Runnable opened) {
    this.archive = archive;
    this.control = control;
    this.runs = runs;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    this.opened = opened;
    runs.watch(() -> active.set(runs.activeState().isPresent()));
    runs.openedProperty().subscribe(this::letGo);
  }

  /** Stored runs, newest first, as of the last {@link #refresh}. */
  public ObservableList<RunListing> listings() {
    return listings;
  }

  /** Whether folders are being read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a run of this process goes on, beside which no other can. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Reads the list again. */
  public void refresh() {
    read(archive::list, this::replace);
  }

  /** Shows the run in {@code folder}: live if it is this process's, else read-only. */
  public void open(Path folder) {
    Optional<Path> live = runs.activeState().flatMap(s -> runs.current()).flatMap(RunTrace::folder);
    if (live.isPresent() && live.get().equals(folder.toAbsolutePath().normalize())) {
      runs.backToLive();
      opened.run();
    } else {
      read(() -> archive.open(folder), this::show);
    }
  }

  /** Shows the run that the log of another program tells of, and follows the log while it does. */
  public void openLog(Path log) {
    read(() -> archive.openLog(log), this::show);
  }

  /** Goes on with {@code run} from its last checkpoint and shows it. */
  public void goOn(RunListing run) {
    // the engine reads the run and its checkpoint before it answers
    read(
        () ->
            control.submit(
                new RunCommand.Continue(run.folder(), Optional.empty(), Optional.empty())),
        this::answered);
  }

  private void answered(CommandAck ack) {
    if (ack instanceof CommandAck.Refused refused) {
      errors.refused(refused.reason());
    } else {
      runs.backToLive();
      opened.run();
    }
  }

  private void show(ImportedRun imported) {
    show(imported.trace());
    followed = Optional.of(imported);
  }

  /** A log is followed as long as it is looked at; ending that may wait for the disk. */
  private void letGo(RunTrace opened) {
    followed
        .filter(imported -> imported.trace() != opened)
        .ifPresent(
            imported -> {
              followed = Optional.empty();
              io.execute(imported::close);
            });
  }

  private void show(RunTrace stored) {
    runs.open(stored);
    opened.run();
  }

  /** A selection survives where nothing changed. */
  private void replace(List<RunListing> found) {
    if (!found.equals(listings)) {
      listings.setAll(found);
    }
  }

  private <T> void read(Reading<T> reading, java.util.function.Consumer<T> show) {
    busy.set(++jobs > 0);
    io.execute(
        () -> {
          try {
            T found = reading.read();
            fx.execute(() -> finish(() -> show.accept(found)));
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> finish(() -> errors.failed(e)));
          }
        });
  }

  private void finish(Runnable outcome) {
    busy.set(--jobs > 0);
    outcome.run();
  }

  /** Something that reads files. */
  private interface Reading<T> {
    T read() throws IOException;
  }
}
