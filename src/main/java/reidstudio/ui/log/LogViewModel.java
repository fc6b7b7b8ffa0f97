package reidstudio.ui.log;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.event.Severity;
import reidstudio.store.LogEntry;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.WallTime;

/** The lines of the run in view that pass the filter. */
public final class LogViewModel {
  private final RunInView runs;
  private final ZoneId zone;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Severity> least = new SimpleObjectProperty<>(Severity.OK);
  private final ObservableList<LogEntry> lines = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<LogPlace> sought = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper logged = new ReadOnlyBooleanWrapper();
  private List<LogEntry> read = List.of();
  private final ReadOnlyObjectWrapper<RunTrace> run = new ReadOnlyObjectWrapper<>();
  private WallTime times;

  /** Writes times in {@code zone}. */
  public LogViewModel(RunInView runs, ZoneId zone) {
    this.runs = runs;
    this.zone = zone;
    times = new WallTime(zone, 0);
    search.subscribe(this::filter);
    least.subscribe(this::filter);
    runs.watch(this::read);
  }

  /** Only lines that contain it are shown, in whatever case. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Only lines at least as bad are shown. */
  public ObjectProperty<Severity> leastProperty() {
    return least;
  }

  /** What is shown, oldest first. */
  public ObservableList<LogEntry> lines() {
    return lines;
  }

  /** Whose lines they are. */
  ReadOnlyObjectProperty<RunTrace> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Whether there is a line at all, shown or not. */
  ReadOnlyBooleanProperty loggedProperty() {
    return logged.getReadOnlyProperty();
  }

  /** Leads to the lines of {@code step}, whatever the filter was. */
  public void seek(long step) {
    read();
    search.set("");
    least.set(Severity.OK);
    sought.set(null);
    sought.set(LogPlace.of(lines, step));
  }

  /** Where {@link #seek} led; null before it did, and of another run. */
  ReadOnlyObjectProperty<LogPlace> soughtProperty() {
    return sought.getReadOnlyProperty();
  }

  /** How many older lines are only in the run folder. */
  public ReadOnlyLongProperty droppedProperty() {
    return dropped.getReadOnlyProperty();
  }

  /** The time of day of {@code entry}, with the date if it is not that of the first line. */
  String time(LogEntry entry) {
    return times.text(entry.atMillis());
  }

  /** Whether {@link #time} needs no date. */
  boolean isOnFirstDay(LogEntry entry) {
    return times.isOnFirstDay(entry.atMillis());
  }

  /** {@code entries} as lines of text. */
  String text(List<LogEntry> entries) {
    return entries.stream()
        .map(e -> time(e) + "  " + e.severity() + "  " + e.text())
        .collect(Collectors.joining("\n"));
  }

  private void read() {
    RunTrace trace = runs.shown().orElseGet(runs::idle);
    if (trace != run.get()) {
      run.set(trace);
      sought.set(null);
    }
    dropped.set(trace.logDropped());
    List<LogEntry> now = trace.log();
    if (now != read) { // the store hands out the same list until a line is added
      read = now;
      logged.set(!now.isEmpty());
      if (!now.isEmpty()) {
        times = new WallTime(zone, now.get(0).atMillis());
      }
      filter();
    }
  }

  private void filter() {
    String words = search.get().strip().toLowerCase(Locale.ROOT);
    List<LogEntry> passing =
        read.stream()
            .filter(e -> e.severity().compareTo(least.get()) >= 0)
            .filter(e -> words.isEmpty() || e.text().toLowerCase(Locale.ROOT).contains(words))
            .toList();
    if (isContinuation(passing)) {
      lines.addAll(passing.subList(lines.size(), passing.size()));
    } else {
      lines.setAll(passing);
    }
  }

  /** Adding at the end keeps the selection and the place that a reader scrolled to. */
  private boolean isContinuation(List<LogEntry> passing) {
    int shown = lines.size();
    return shown > 0
        && passing.size() >= shown
        && passing.get(0).equals(lines.get(0))
        && passing.get(shown - 1).equals(lines.get(shown - 1));
  }
}
