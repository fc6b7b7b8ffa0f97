package reidstudio.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.store.OpenedRun;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.RunInView;

/** The stored runs, what is said of them, and which of them is shown. */
public final class HistoryViewModel {
  /** Own choice: often enough to see a run of another process go on. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final RunArchive archive;
  private final RunControl control;
  private final RunInView runs;
  private final ErrorFunnel errors;
  private final Executor io;
  private final FxPump fx;
  private final Runnable opened;
  private final ObservableList<RunItem> items =
      FXCollections.observableArrayList(item -> new Observable[] {item.observed()});
  private final ReadOnlyStringWrapper titleInView = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private Optional<OpenedRun> followed = Optional.empty();
  private boolean looking;
  private int jobs;

  /**
   * @param io may block
   * @param fx runs on the JavaFX thread and looks at the folders
   * @param opened called when the run that was asked for is in view
   */
  public HistoryViewModel(
      RunArchive archive,
      RunControl control,
      RunInView runs,
      ErrorFunnel errors,
      Executor io,
      FxPump fx,
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
    runs.watch(this::callInView);
    items.addListener((InvalidationListener) changed -> callInView());
  }

  /** Stored runs, newest first, as of the last look; all of them, archived or not. */
  ObservableList<RunItem> items() {
    return items;
  }

  /**
   * What {@code run} is called where no column tells it from others of its name: as the user called
   * it, as of the last look, or as its folder, which has the date in front.
   */
  public String title(RunTrace run) {
    return items.stream()
        .filter(item -> run.folder().filter(item.folder()::equals).isPresent())
        .map(item -> item.now().about().title())
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse(run.run());
  }

  /** What the run in view is called; empty if there is none. */
  public ReadOnlyStringProperty titleInViewProperty() {
    return titleInView.getReadOnlyProperty();
  }

  /** Whether the user waits for folders to be read. */
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

  /** Looks at the folders again and again while the list is {@code inSight}. */
  void lookWhile(BooleanSupplier inSight) {
    fx.every(
        LOOK_EVERY,
        () -> {
          if (inSight.getAsBoolean()) {
            look();
          }
        });
  }

  /** As {@link #refresh}, without a sign, since nobody asked; not while one such look goes on. */
  void look() {
    if (looking) {
      return;
    }
    looking = true;
    io.execute(
        () -> {
          Optional<List<RunListing>> found = listed();
          fx.execute(
              () -> {
                looking = false;
                found.ifPresent(this::replace);
              });
        });
  }

  /** Empty if that failed: who asks for it is told why. */
  private Optional<List<RunListing>> listed() {
    try {
      return Optional.of(archive.list());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Shows the run in {@code folder}: live if it is this process's, else read-only. */
  public void open(Path folder) {
    Optional<Path> live = runs.activeState().flatMap(s -> runs.current()).flatMap(RunTrace::folder);
    if (live.isPresent() && live.get().equals(folder.toAbsolutePath().normalize())) {
      runs.backToLive();
      opened.run();
    } else {
      read(() -> archive.follow(folder), this::show);
    }
  }

  /** Shows the run that the log of another program tells of, and follows the log while it does. */
  public void openLog(Path log) {
    read(
        () -> archive.openLog(log),
        run -> {
          show(run);
          if (run.counts().understood() == 0) {
            // shown all the same: what makes sense may be still to come
            errors.refused(
                "Nothing in %s was understood so far; choose the log of a training program."
                    .formatted(log.getFileName()));
          }
        });
  }

  /** Shows what was dropped: a folder is a run's, a file is a log. */
  void openDropped(Path dropped) {
    read(
        () -> Files.isDirectory(dropped),
        isFolder -> {
          if (isFolder) {
            open(dropped);
          } else {
            openLog(dropped);
          }
        });
  }

  /** Goes on with {@code run} from its last checkpoint and shows it. */
  public void goOn(RunListing run) {
    goOn(new RunCommand.Continue(run.folder(), Optional.empty(), Optional.empty()));
  }

  /** Goes on as {@code command} says and shows the run. */
  void goOn(RunCommand.Continue command) {
    // the engine reads the run and its checkpoint before it answers
    read(() -> control.submit(command), this::answered);
  }

  /** Says something else of {@code described}. */
  void describe(List<RunItem> described, UnaryOperator<RunAbout> change) {
    describe(described, change, () -> {});
  }

  /**
   * As {@link #describe(List, UnaryOperator)}.
   *
   * @param after called when it is said of all of them
   */
  void describe(List<RunItem> described, UnaryOperator<RunAbout> change, Runnable after) {
    List<RunItem> all = List.copyOf(described);
    read(
        () -> {
          Map<RunItem, RunAbout> said = new HashMap<>();
          for (RunItem item : all) {
            said.put(item, archive.describe(item.folder(), change));
          }
          return said;
        },
        said -> {
          said.forEach((item, about) -> item.set(item.now().withAbout(about)));
          after.run();
        });
  }

  /**
   * Finds out how much the removal of {@code unwanted} would free.
   *
   * @param found hears the bytes
   */
  void measure(List<RunItem> unwanted, LongConsumer found) {
    List<Path> folders = unwanted.stream().map(RunItem::folder).toList();
    read(
        () -> {
          long bytes = 0;
          for (Path folder : folders) {
            bytes += archive.size(folder);
          }
          return bytes;
        },
        found::accept);
  }

  /**
   * Removes {@code unwanted} from the disk for good; one that cannot go is told of and keeps none
   * of the others.
   *
   * @param after called if all of them are gone
   */
  void remove(List<RunItem> unwanted, Runnable after) {
    List<Path> folders = unwanted.stream().map(RunItem::folder).toList();
    // what is read of a run that is looked at is let go of first
    if (runs.shown().flatMap(RunTrace::folder).filter(folders::contains).isPresent()) {
      runs.backToLive();
    }
    read(
        () -> {
          List<IOException> failed = new ArrayList<>();
          for (Path folder : folders) {
            try {
              archive.remove(folder);
            } catch (IOException e) {
              failed.add(e);
            }
          }
          return failed;
        },
        failed -> {
          failed.forEach(errors::failed);
          if (failed.isEmpty()) {
            after.run();
          }
          refresh();
        });
  }

  private void answered(CommandAck ack) {
    if (ack instanceof CommandAck.Refused refused) {
      errors.refused(refused.reason());
    } else {
      runs.backToLive();
      opened.run();
    }
  }

  /** What is read of a run that is looked at is let go of with it. */
  private void show(OpenedRun run) {
    runs.open(run.trace());
    followed = Optional.of(run);
    opened.run();
  }

  /** A run is followed as long as it is looked at; ending that may wait for the disk. */
  private void letGo(RunTrace opened) {
    followed
        .filter(run -> run.trace() != opened)
        .ifPresent(
            run -> {
              followed = Optional.empty();
              io.execute(run::close);
            });
  }

  /** Items of folders that are still there stay the same. */
  private void replace(List<RunListing> found) {
    Map<Path, RunItem> before = new HashMap<>();
    items.forEach(item -> before.put(item.folder(), item));
    List<RunItem> now =
        found.stream().map(run -> before.getOrDefault(run.folder(), new RunItem(run))).toList();
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).now().equals(found.get(i))) {
        now.get(i).set(found.get(i));
      }
    }
    if (!now.equals(items)) {
      items.setAll(now);
    }
  }

  private void callInView() {
    titleInView.set(runs.shown().map(this::title).orElse(""));
  }

  private <T> void read(Reading<T> reading, Consumer<T> show) {
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
