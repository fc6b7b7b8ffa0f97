package reidstudio.ui.health;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;

/** Which diagnosis may be asked for, how far the running one is, and what was found. */
public final class HealthViewModel {
  private final RunInView runs;
  private final CommandSender commands;
  private final ObservableValue<RunConfig> launch;
  private final ReadOnlyObjectWrapper<DiagnosisProgressed> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canDiagnose = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("health.on.fresh-model");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ObservableList<ReportEntry> reports = FXCollections.observableArrayList();
  private final ObjectProperty<ReportEntry> selected = new SimpleObjectProperty<>();

  private final ReadOnlyBooleanWrapper mayChoose = new ReadOnlyBooleanWrapper();
  private final BooleanProperty fresh = new SimpleBooleanProperty();
  private final List<MadeOfEnded> madeOfEnded = new ArrayList<>();

  private boolean cancelling;
  private List<?> answersBefore = List.of();

  /** The ended run that the diagnosis under way looks at. */
  private Optional<Path> asked = Optional.empty();

  /** Reports that had been told outside of any run when it was looked last. */
  private int toldBefore;

  /** A report on an ended run, which the trace of its folder need not have. */
  private record MadeOfEnded(Path folder, DiagnosisReport report) {}

  /** A report and the trace whose folder keeps it. */
  record ReportEntry(DiagnosisReport report, RunTrace trace) {}

  /**
   * @param launch the configuration of a fresh model; null while there is none
   */
  public HealthViewModel(
      RunInView runs, CommandSender commands, ObservableValue<RunConfig> launch) {
    this.runs = runs;
    this.commands = commands;
    this.launch = launch;
    launch.subscribe(this::refresh);
    fresh.subscribe(this::refresh);
    runs.watch(this::refresh);
  }

  /** Whether an ended run is in view, so that one may choose between it and a fresh model. */
  ReadOnlyBooleanProperty mayChooseProperty() {
    return mayChoose.getReadOnlyProperty();
  }

  /** Whether a fresh model is meant and not the ended run in view. */
  BooleanProperty freshProperty() {
    return fresh;
  }

  /** What a diagnosis would look at, or why none may begin, as a key of the bundle. */
  ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /** How far the running diagnosis is; null if none runs. */
  public ReadOnlyObjectProperty<DiagnosisProgressed> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether a diagnosis was asked for and has not begun: the run ends its step first. */
  ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Whether a diagnosis may begin. */
  public ReadOnlyBooleanProperty canDiagnoseProperty() {
    return canDiagnose.getReadOnlyProperty();
  }

  /** Why the last diagnosis could not be made; empty if it could. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** All reports of the run in view, newest first. */
  ObservableList<ReportEntry> reports() {
    return reports;
  }

  /** The report that is read; null if there is none. */
  ObjectProperty<ReportEntry> selectedProperty() {
    return selected;
  }

  /** Asks for a diagnosis. */
  public void diagnose(CheckKind check) {
    if (canDiagnose.get()) {
      RunConfig config = config();
      asked = meant().flatMap(RunTrace::folder);
      if (asked.isEmpty()) {
        runs.backToLive();
      }
      cancelling = false;
      answersBefore = answers();
      waiting.set(commands.send(new RunCommand.Diagnose(check, config, asked)));
      refresh();
    }
  }

  /** Ends the running diagnosis after the check at hand. */
  public void cancel() {
    if (progress.get() != null) {
      cancelling = true;
      commands.send(new RunCommand.CancelDiagnosis());
    }
  }

  /** The configuration of what would be looked at: a run's own, or the one in the form. */
  private RunConfig config() {
    Optional<RunTrace> run =
        runs.activeState().isPresent() ? runs.current() : ended().filter(trace -> !fresh.get());
    return run.flatMap(RunTrace::config).orElse(launch.getValue());
  }

  /** The run in view if it has ended, is this program's and lies in a folder. */
  private Optional<RunTrace> ended() {
    return runs.shown()
        .filter(trace -> trace.config().isPresent() && trace.folder().isPresent())
        .filter(
            trace -> trace.interrupted() || trace.state().filter(RunState::isTerminal).isPresent());
  }

  /** The ended run that a diagnosis would look at. */
  private Optional<RunTrace> meant() {
    return runs.activeState().isPresent() || fresh.get() ? Optional.empty() : ended();
  }

  private void refresh() {
    mayChoose.set(runs.activeState().isEmpty() && ended().isPresent());
    Subject subject = Subject.of(runs.activeState(), meant().isPresent());
    DiagnosisProgressed now = running().orElse(null);
    progress.set(now);
    waiting.set(waiting.get() && now == null && answers().equals(answersBefore));
    canDiagnose.set(
        now == null && !waiting.get() && subject != Subject.NOT_NOW && config() != null);
    about.set(about(subject));
    refreshReports();
    failure.set(waiting.get() || cancelling ? "" : lastFailure());
  }

  private String about(Subject subject) {
    if (progress.get() != null || waiting.get()) {
      return "health.on.busy";
    }
    return config() == null ? "health.on.no-settings" : Messages.keyOf("health.on", subject);
  }

  /** Grows or changes when a diagnosis ends, whichever way, and when a run begins or ends. */
  private List<?> answers() {
    List<Object> answers = new ArrayList<>();
    for (RunTrace trace : live()) {
      answers.add(trace.diagnosisFailure());
      answers.add(trace.reports().size());
    }
    answers.add(runs.activeState().isPresent());
    return answers;
  }

  private Optional<DiagnosisProgressed> running() {
    return live().stream().flatMap(trace -> trace.diagnosis().stream()).findFirst();
  }

  /** The newest report is selected when it arrives. */
  private void refreshReports() {
    noteReportsOnEnded();
    Map<DiagnosisReport, ReportEntry> entries = new LinkedHashMap<>();
    for (RunTrace trace : inView()) {
      for (DiagnosisReport report : trace.reports()) {
        if (trace != runs.idle()
            || madeOfEnded.stream().noneMatch(made -> made.report().equals(report))) {
          entries.putIfAbsent(report, new ReportEntry(report, trace));
        }
      }
      madeOfEnded.stream()
          .filter(made -> trace.folder().filter(made.folder()::equals).isPresent())
          .forEach(
              made -> entries.putIfAbsent(made.report(), new ReportEntry(made.report(), trace)));
    }
    List<ReportEntry> found = new ArrayList<>(entries.values());
    found.sort(Comparator.comparing((ReportEntry entry) -> entry.report().at()).reversed());
    if (found.equals(reports)) {
      return;
    }
    reports.setAll(found);
    selected.set(found.isEmpty() ? null : found.get(0));
  }

  /** They are told outside of any run. */
  private void noteReportsOnEnded() {
    List<DiagnosisReport> told = runs.idle().reports();
    if (asked.isPresent() && told.size() > toldBefore) {
      madeOfEnded.add(new MadeOfEnded(asked.get(), told.get(0)));
      asked = Optional.empty();
    }
    toldBefore = told.size();
  }

  private List<RunTrace> live() {
    List<RunTrace> traces = new ArrayList<>();
    runs.current().ifPresent(traces::add);
    traces.add(runs.idle());
    return traces;
  }

  private List<RunTrace> inView() {
    return runs.openedProperty().get() == null ? live() : List.of(runs.openedProperty().get());
  }

  private String lastFailure() {
    return live().stream()
        .flatMap(trace -> trace.diagnosisFailure().stream())
        .max(Comparator.comparingLong(DiagnosisFailed::atMillis))
        .map(DiagnosisFailed::reason)
        .orElse("");
  }
}
