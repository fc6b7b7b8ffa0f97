package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reidstudio.config.ConfigException;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.log.GrowingLog;

/**
 * The reading of a run's two logs into one trace, in the order in which things happened; all at
 * once, or whole line by whole line while another process writes them.
 *
 * <p>Thread: one at a time.
 */
final class RunReading implements GrowingLog {
  private final RunFolder files;
  private final Scope scope;
  private final RunOwner owner;
  private final List<String> problems = new ArrayList<>();
  private final Optional<RunConfig> config;
  private final RunTrace trace;
  private final WholeLines metrics;
  private final WholeLines events;
  private final StepLine stepLine;
  private boolean hasEnded;
  private long last;
  private int unknownEvents;
  private int badEvents;
  private int badSteps;

  /**
   * What is read.
   *
   * @param wanted the metrics
   * @param end the last step
   */
  record Scope(Predicate<MetricKey> wanted, long end) {}

  RunReading(RunFolder files, Scope scope) {
    this.files = files;
    this.scope = scope;
    owner = new RunOwner(files.owner());
    config = config();
    trace = new RunTrace(files.run(), Optional.of(files.path()), config);
    metrics = new WholeLines(files.metrics());
    events = new WholeLines(files.events());
    stepLine = new StepLine(scope.wanted());
    if (Files.notExists(files.metrics())) {
      problems.add("metrics.jsonl is missing, so there are no charts.");
    }
    if (Files.notExists(files.events())) {
      problems.add("events.jsonl is missing, so states, log and reports are unknown.");
    }
  }

  RunTrace trace() {
    return trace;
  }

  /** The step that events written next come after, whether it is wanted or not. */
  long lastStep() {
    return last;
  }

  /** Reads both logs to their ends, a torn line included, and takes that for all there is. */
  void readAll(ReadingProgress progress) throws IOException {
    read(true, progress);
    finish();
  }

  /** Reads what is there now; more may follow. */
  void readOn(ReadingProgress progress) throws IOException {
    read(false, progress);
    trace.finishReading(false, told());
  }

  @Override
  public boolean advance() throws IOException {
    boolean written = owner.isAlive();
    boolean more = read(false, ReadingProgress.UNHEARD);
    // whoever wrote a line before it was gone has written all of them
    hasEnded = !written;
    return more;
  }

  @Override
  public boolean hasEnded() {
    return hasEnded;
  }

  @Override
  public void finish() {
    trace.finishReading(isInterrupted(), told());
  }

  /** Whether a process writes the run. */
  boolean isWritten() {
    return owner.isAlive();
  }

  /** Steps are written before the events that come after them, so they are looked for later. */
  private boolean read(boolean all, ReadingProgress progress) throws IOException {
    WholeLines.Span eventSpan = events.next(all);
    WholeLines.Span stepSpan = metrics.next(all);
    if (eventSpan.isEmpty() && stepSpan.isEmpty()) {
      return false;
    }
    List<StoredEvent> happened = eventSpan.isEmpty() ? List.of() : events(eventSpan, progress);
    if (eventSpan.from() == 0 && happened.stream().noneMatch(RunReading::isStart)) {
      trace.assumeStepsPerEpoch(stepSpan.isEmpty() ? 0 : longestEpoch(stepSpan));
    }
    if (stepSpan.isEmpty()) {
      happened.forEach(this::apply);
      return true;
    }
    try (JsonLines<StepCompleted> steps = steps(stepSpan, progress)) {
      merge(happened, steps);
      badSteps += steps.unreadable();
    }
    return true;
  }

  private Optional<RunConfig> config() {
    if (Files.notExists(files.config())) {
      problems.add("config.json is missing, so the run's settings are unknown.");
      return Optional.empty();
    }
    try {
      return Optional.of(new RunConfigCodec().read(files.config()));
    } catch (ConfigException e) {
      problems.add("config.json cannot be used: " + e.getMessage().replace("\n", "; "));
      return Optional.empty();
    }
  }

  private List<StoredEvent> events(WholeLines.Span span, ReadingProgress progress)
      throws IOException {
    List<StoredEvent> found = new ArrayList<>();
    try (JsonLines<StoredEvent> lines =
        new JsonLines<>(
            new FileRange(files.events(), span.from(), span.to(), progress), StoredEvent::parse)) {
      while (lines.peek() != null) {
        found.add(lines.take());
      }
      badEvents += lines.unreadable();
    }
    return found;
  }

  private JsonLines<StepCompleted> steps(WholeLines.Span span, ReadingProgress progress)
      throws IOException {
    return new JsonLines<>(
        new FileRange(files.metrics(), span.from(), span.to(), progress),
        text -> stepLine.read(files.run(), text));
  }

  /**
   * Both logs in the order in which things happened. Steps that were lost when the run went on from
   * an earlier one are passed over, so that no series goes back.
   */
  private void merge(List<StoredEvent> happened, JsonLines<StepCompleted> steps)
      throws IOException {
    long[] counts = lastStepsThatCount(happened);
    for (int i = 0; i < happened.size(); i++) {
      StoredEvent event = happened.get(i);
      boolean resumedLater = counts[i] < scope.end();
      while (steps.peek() != null
          && steps.peek().metrics().step() <= event.afterStep()
          // a step that goes back belongs behind the event that tells why
          && !(resumedLater && steps.peek().metrics().step() <= last)) {
        last = steps.peek().metrics().step();
        apply(steps.take(), counts[i]);
      }
      if (event.step() <= counts[i] || !isOfType(event, EventType.NON_FINITE)) {
        apply(event);
      }
      if (isOfType(event, EventType.RESUMED)) {
        last = event.step();
      }
    }
    while (steps.peek() != null) {
      last = steps.peek().metrics().step();
      apply(steps.take(), scope.end());
    }
  }

  private void apply(StepCompleted step, long lastThatCounts) {
    if (step.metrics().step() <= lastThatCounts) {
      trace.apply(step);
    }
  }

  /** For what lies in front of each event: the last step that no later event has undone. */
  private long[] lastStepsThatCount(List<StoredEvent> happened) {
    long[] counts = new long[happened.size()];
    long least = scope.end();
    for (int i = happened.size() - 1; i >= 0; i--) {
      if (isOfType(happened.get(i), EventType.RESUMED)) {
        least = Math.min(least, happened.get(i).step());
      }
      counts[i] = least;
    }
    return counts;
  }

  private void apply(StoredEvent stored) {
    Optional<EventType> type = stored.type();
    if (type.isEmpty()) {
      unknownEvents++;
      return;
    }
    if (type.get() == EventType.STARTED) {
      trace.assumeStepsPerEpoch(stored.stepsPerEpoch());
    }
    try {
      Optional<TrainingEvent> event = stored.event(type.get(), files.run(), config);
      event.ifPresent(trace::apply);
    } catch (IllegalArgumentException e) {
      badEvents++;
    }
  }

  private static boolean isStart(StoredEvent event) {
    return isOfType(event, EventType.STARTED);
  }

  private static boolean isOfType(StoredEvent event, EventType type) {
    return event.type().filter(type::equals).isPresent();
  }

  /** How many steps an epoch seems to have, where no event tells. */
  private int longestEpoch(WholeLines.Span span) throws IOException {
    int longest = 0;
    try (JsonLines<StepCompleted> steps = steps(span, ReadingProgress.UNHEARD)) {
      while (steps.peek() != null) {
        longest = Math.max(longest, steps.take().metrics().stepInEpoch());
      }
    }
    return longest;
  }

  private boolean isInterrupted() {
    return trace.state().filter(RunState::isTerminal).isEmpty() && !owner.isAlive();
  }

  private List<String> told() {
    List<String> all = new ArrayList<>(problems);
    tellUnreadable("metrics.jsonl", badSteps, all);
    tellUnreadable("events.jsonl", badEvents, all);
    if (unknownEvents > 0) {
      all.add("Events of a kind that this version does not know: " + unknownEvents + ".");
    }
    return all;
  }

  private static void tellUnreadable(String file, int lines, List<String> into) {
    if (lines > 0) {
      into.add("Lines of " + file + " that cannot be read and are left out: " + lines + ".");
    }
  }
}
