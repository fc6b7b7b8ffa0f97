package reidstudio.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import reidstudio.config.RunConfig;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunProfile;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.BatchInspected;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.ZeroReason;

/**
 * Everything known of one run, in memory. A live run's trace is filled by {@link RunStore}, a
 * stored run's by {@link RunReader}; readers cannot tell the difference.
 *
 * <p>Thread: {@link #apply} by one thread; everything else by any. Each answer is consistent in
 * itself; {@link #version()} is raised after each change, so a reader that takes the version first
 * and the rest afterwards never misses one.
 */
public final class RunTrace {
  private static final int LOG_LIMIT = 10_000;
  private static final int NON_FINITE_LIMIT = 1_000;

  private final String run;
  private final Optional<Path> folder;
  private final StepHistory history = new StepHistory();
  private final LogTail log = new LogTail(LOG_LIMIT);
  private final AtomicLong version = new AtomicLong();
  private final NewestList<NonFiniteStep> nonFiniteSteps = new NewestList<>(NON_FINITE_LIMIT);
  private final NewestList<StateChange> stateChanges = new NewestList<>(Integer.MAX_VALUE);
  private final EvaluationHistory evaluations = new EvaluationHistory();
  private final HealthHistory health = new HealthHistory();
  private final Updater updater = new Updater();
  private volatile Optional<RunConfig> config;
  private volatile Optional<RunFacts> facts = Optional.empty();
  private volatile Optional<DiagnosisProgressed> diagnosis = Optional.empty();
  private volatile Optional<DiagnosisFailed> diagnosisFailure = Optional.empty();
  private volatile List<DiagnosisReport> reports = List.of();
  private volatile Optional<BatchInspected> inspected = Optional.empty();
  private volatile RunProfile profile = RunProfile.unknown();
  private volatile List<String> problems = List.of();
  private volatile boolean interrupted;
  private volatile int statesBefore;

  /**
   * An empty trace.
   *
   * @param run name of the run; empty for what happens outside any run
   * @param folder where the run is kept; empty if only in memory
   * @param config what the run was asked to do, if known
   */
  public RunTrace(String run, Optional<Path> folder, Optional<RunConfig> config) {
    this.run = run;
    this.folder = folder;
    this.config = config;
  }

  /** Name of the run. */
  public String run() {
    return run;
  }

  /** Where the run is kept; empty if only in memory. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Raised by each change. */
  public long version() {
    return version.get();
  }

  /** What the run was asked to do; empty if unknown. */
  public Optional<RunConfig> config() {
    return config;
  }

  /** What is known since data and model stand. */
  public Optional<RunFacts> facts() {
    return facts;
  }

  /** The newest state; empty before the first, also of a run that goes on again. */
  public Optional<RunState> state() {
    return lastChange().map(StateChange::state);
  }

  /** Why the run is in that state; empty unless there is something to say. */
  public String stateReason() {
    return lastChange().map(StateChange::reason).orElse("");
  }

  /** All states, oldest first, with the step after which they began. */
  public List<StateChange> stateChanges() {
    return stateChanges.items();
  }

  /** Whether the run's process ended without ending the run; only of a run read from its folder. */
  public boolean interrupted() {
    return interrupted;
  }

  /** The values of {@code key}: always the same object, empty until the first is measured. */
  public Series series(MetricKey key) {
    return history.series(key);
  }

  /** The metrics measured at least once. */
  public SortedSet<MetricKey> keys() {
    return history.keys();
  }

  /** The newest step. */
  public Optional<StepMetrics> lastStep() {
    return history.last();
  }

  /** How many steps there are values of. */
  public int steps() {
    return history.timeline().size();
  }

  /** The newest 10,000 lines of the log, oldest first. */
  public List<LogEntry> log() {
    return log.entries();
  }

  /** What a run that is starting, and so has no facts yet, said last: what it waits for. */
  public Optional<String> startSays() {
    boolean starts = state().equals(Optional.of(RunState.STARTING)) && facts().isEmpty();
    return starts ? log.newest().map(LogEntry::text) : Optional.empty();
  }

  /** How many older lines {@link #log} has let go of. */
  public long logDropped() {
    return log.dropped();
  }

  /** Diagnoses that ended, newest first. */
  public List<DiagnosisReport> reports() {
    return reports;
  }

  /** The diagnosis that is running. */
  public Optional<DiagnosisProgressed> diagnosis() {
    return diagnosis;
  }

  /** How the last diagnosis failed; empty if it did not, and as soon as another one begins. */
  public Optional<DiagnosisFailed> diagnosisFailure() {
    return diagnosisFailure;
  }

  /** The last look into a batch, of this process; it is not kept on disk. */
  public Optional<BatchInspected> inspected() {
    return inspected;
  }

  /**
   * All that the live rules say of the run as it stands, the most important first. Of a run that
   * goes on again, what they said before counts no more.
   */
  public List<Finding> health() {
    return health.now();
  }

  /** The newest 1,000 changes of {@link #health}, oldest first. */
  public List<HealthChanged> healthChanges() {
    return health.changes();
  }

  /** How well the run finds people it was not trained with, oldest first. */
  public List<Evaluation> evaluations() {
    return evaluations.all();
  }

  /** The same, and whether another one is being made. */
  public EvaluationHistory evaluationHistory() {
    return evaluations;
  }

  /** What is known beside the steps, whichever program made the run. */
  public RunProfile profile() {
    return profile;
  }

  /** How often SDM was exactly zero, by reason; reasons that never occurred are absent. */
  public Map<ZeroReason, Long> zeroReasons() {
    return history.zeroReasons();
  }

  /** The newest 1,000 steps that gave a value that is not finite, oldest first. */
  public List<NonFiniteStep> nonFiniteSteps() {
    return nonFiniteSteps.items();
  }

  /** Steps left out of the series because they did not come after the one before. */
  public long stepsOutOfOrder() {
    return history.outOfOrder();
  }

  /** What could not be read of a stored run, one sentence each. */
  public List<String> problems() {
    return problems;
  }

  /** Takes in {@code event}, whichever run it names. */
  public void apply(TrainingEvent event) {
    event.accept(updater);
    version.incrementAndGet();
  }

  /** Lets epochs be counted although the run's facts are unknown. */
  void assumeStepsPerEpoch(int steps) {
    history.countEpochsBy(steps);
  }

  /** Ends the reading of a stored run. */
  void finishReading(boolean nowInterrupted, List<String> problemsFound) {
    interrupted = nowInterrupted;
    diagnosis = Optional.empty();
    problems = List.copyOf(problemsFound);
    version.incrementAndGet();
  }

  /** Makes a run that was read one whose events are to come: how it ended then is history. */
  void goOn(RunConfig now) {
    config = Optional.of(now);
    interrupted = false;
    statesBefore = stateChanges.items().size();
    health.startAnew();
    version.incrementAndGet();
  }

  private Optional<StateChange> lastChange() {
    List<StateChange> changes = stateChanges.items();
    return changes.size() <= statesBefore
        ? Optional.empty()
        : Optional.of(changes.get(changes.size() - 1));
  }

  private final class Updater implements TrainingEvent.Handler<Void> {
    @Override
    public Void runStarted(TrainingEvent.RunStarted event) {
      history.countEpochsBy(event.facts().stepsPerEpoch());
      config = Optional.of(event.facts().config());
      facts = Optional.of(event.facts());
      profile = RunProfile.of(event.facts());
      return null;
    }

    /** Later steps are not here: whoever fills this trace leaves them out. */
    @Override
    public Void runResumed(TrainingEvent.RunResumed event) {
      diagnosis = Optional.empty();
      return null;
    }

    @Override
    public Void stepCompleted(TrainingEvent.StepCompleted event) {
      if (!history.add(event) && history.outOfOrder() == 1) {
        note(
            event,
            Severity.WARNING,
            "Step %d came after step %d and is left out of the charts, like all others that go back."
                .formatted(event.metrics().step(), history.timeline().lastStep()));
      }
      return null;
    }

    @Override
    public Void stateChanged(TrainingEvent.StateChanged event) {
      Timeline timeline = history.timeline();
      stateChanges.add(
          new StateChange(
              event.atMillis(),
              event.state(),
              event.reason(),
              timeline.lastStep(),
              timeline.last(XAxis.EPOCH),
              timeline.last(XAxis.SECONDS)));
      if (!event.reason().isEmpty()) {
        boolean failed = event.state() == RunState.FAILED;
        note(event, failed ? Severity.ERROR : Severity.INFO, event.reason());
      }
      return null;
    }

    @Override
    public Void nonFiniteStep(NonFiniteStep event) {
      nonFiniteSteps.add(event);
      note(
          event,
          Severity.WARNING,
          "Step %d was not applied: %s is not finite. Batch: %s"
              .formatted(event.step(), event.culprit(), String.join(", ", event.items())));
      return null;
    }

    @Override
    public Void healthChanged(HealthChanged event) {
      health.add(event);
      return null;
    }

    @Override
    public Void evaluated(TrainingEvent.Evaluated event) {
      Timeline timeline = history.timeline();
      evaluations.add(event);
      // what is looked for while a run is paused or over takes nothing from its axis; and a state
      // of the model that was undone has no place there
      if (state().filter(RunState.RUNNING::equals).isPresent()
          && event.evaluation().step() == timeline.lastStep()) {
        evaluations.stoodStill(lastActAt(), event.atMillis(), timeline.last(XAxis.SECONDS));
      }
      return null;
    }

    @Override
    public Void evaluationProgressed(TrainingEvent.EvaluationProgressed event) {
      evaluations.progressed(event);
      return null;
    }

    @Override
    public Void evaluationEnded(TrainingEvent.EvaluationEnded event) {
      evaluations.ended(event);
      return null;
    }

    @Override
    public Void runProfiled(TrainingEvent.RunProfiled event) {
      profile = event.profile();
      int announced = profile.nominalStepsPerEpoch().orElse(history.perEpoch());
      history.countEpochsBy(profile.stepsPerEpoch().orElse(announced));
      return null;
    }

    @Override
    public Void logLine(TrainingEvent.LogLine event) {
      note(event, event.severity(), event.text());
      return null;
    }

    @Override
    public Void diagnosisProgressed(DiagnosisProgressed event) {
      diagnosis = Optional.of(event);
      diagnosisFailure = Optional.empty();
      return null;
    }

    @Override
    public Void diagnosisFailed(DiagnosisFailed event) {
      diagnosis = Optional.empty();
      diagnosisFailure = Optional.of(event);
      note(event, Severity.ERROR, event.reason());
      return null;
    }

    @Override
    public Void diagnosisFinished(TrainingEvent.DiagnosisFinished event) {
      reports = Stream.concat(Stream.of(event.report()), reports.stream()).toList();
      diagnosis = Optional.empty();
      diagnosisFailure = Optional.empty();
      return null;
    }

    @Override
    public Void batchInspected(BatchInspected event) {
      inspected = Optional.of(event);
      return null;
    }

    private long lastActAt() {
      return Math.max(history.lastAtMillis(), lastChange().map(StateChange::atMillis).orElse(0L));
    }

    private void note(TrainingEvent event, Severity severity, String text) {
      log.add(new LogEntry(event.atMillis(), severity, text, history.timeline().lastStep()));
    }
  }
}
