package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

/**
 * The files of one run while it is made. Recording never fails: what cannot be written waits in
 * memory and is tried again; the user is told once, and once more when it is over.
 *
 * <p>Thread: the store's.
 */
final class RunRecorder {
  private static final int RECORDS_WAITING = 2;

  private final RunFolder folder;
  private final Clock clock;
  private final Consumer<LogLine> tell;
  private final StepLine stepLine = new StepLine();
  private final EventLine eventLine = new EventLine();
  private final AppendFile metrics;
  private final AppendFile events;
  private final AppendFile tensorBoard;
  private final DiagnosisFiles diagnoses;
  private final EvaluationFiles evaluations;
  private final Deque<DiagnosisReport> reports = new ArrayDeque<>();
  private final Deque<Evaluated> records = new ArrayDeque<>();
  private final RunOwner owner;
  private final RunLock lock;
  private final CompletableFuture<Void> forgotten = new CompletableFuture<>();
  private long lastStep;
  private boolean ended;
  private boolean failing;
  private long lostTold;

  /**
   * Begins to record behind what is in the run's logs.
   *
   * @param lock is let go of at the end
   * @param tell takes what the run's log should say about the files
   */
  RunRecorder(RunFolder folder, RunLock lock, Clock clock, Consumer<LogLine> tell)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.clock = clock;
    this.tell = tell;
    metrics = AppendFile.continuing(folder.metrics());
    events = AppendFile.continuing(folder.events());
    tensorBoard =
        new AppendFile(tensorBoardFile(folder, clock), TensorBoardRecord.version(clock.millis()));
    diagnoses = new DiagnosisFiles(folder, clock.getZone());
    evaluations = new EvaluationFiles(folder);
    owner = new RunOwner(folder.owner());
  }

  /** A new file each time: TensorBoard reads all of a folder in the order of their names. */
  private static Path tensorBoardFile(RunFolder folder, Clock clock) {
    String name = RunFolder.TENSOR_BOARD + clock.millis() / 1000 + ".reid-studio";
    Path file = folder.path().resolve(name);
    for (int number = 2; Files.exists(file); number++) {
      file = folder.path().resolve(name + "." + number);
    }
    return file;
  }

  /** Has events come after {@code step} until the next one is made. */
  void countFrom(long step) {
    lastStep = step;
  }

  /** Takes over an event, in memory. */
  void record(TrainingEvent event) {
    if (event instanceof StepCompleted step) {
      lastStep = step.metrics().step();
      metrics.append(stepLine.write(step));
      tensorBoard.append(TensorBoardRecord.scalars(step.atMillis(), step.metrics()));
    } else {
      eventLine.write(event, lastStep).ifPresent(events::append);
    }
    if (event instanceof RunResumed resumed) {
      lastStep = resumed.step();
      tensorBoard.append(TensorBoardRecord.restart(resumed.atMillis(), resumed.step()));
    }
    if (event instanceof DiagnosisFinished finished) {
      reports.add(finished.report());
    }
    if (event instanceof Evaluated evaluated && evaluated.record().isPresent()) {
      keep(evaluated);
    }
    if (event instanceof StateChanged change) {
      ended = change.state().isTerminal();
    }
  }

  /**
   * Written at once, so that whoever hears of the scores finds the rest. While the disk is away,
   * only the newest wait: each may need 25 MB.
   */
  private void keep(Evaluated evaluated) {
    records.add(evaluated);
    if (records.size() > RECORDS_WAITING) {
      records.remove();
    }
    if (!failing) {
      attempt(this::writeRecords);
    }
  }

  private void writeRecords() throws IOException {
    while (!records.isEmpty()) {
      Evaluated next = records.element();
      evaluations.write(next.evaluation(), next.record().orElseThrow());
      records.remove();
    }
  }

  /** Whether {@link #sync} has something to do. */
  boolean isDirty() {
    return failing
        || !reports.isEmpty()
        || !records.isEmpty()
        || files().stream().anyMatch(AppendFile::isDirty);
  }

  /** Whether the run is over. */
  boolean hasEnded() {
    return ended;
  }

  /** Hands everything to the operating system. After a failure only {@link #sync} tries again. */
  void flush() {
    if (!failing && isDirty()) {
      attempt(
          () -> {
            for (AppendFile file : files()) {
              file.flush();
            }
          });
    }
  }

  /** Hands everything to the disk, and lets go of the files once the run has ended. */
  void sync() {
    if (!isDirty()) {
      return;
    }
    attempt(
        () -> {
          for (AppendFile file : files()) {
            file.sync();
          }
          while (!reports.isEmpty()) {
            diagnoses.write(reports.peek());
            reports.remove();
          }
          writeRecords();
          if (ended) {
            release();
          }
        });
  }

  /** Ends the recording; what cannot be written now is lost. */
  void close() {
    sync();
    if (failing) {
      long lost = files().stream().mapToLong(AppendFile::waiting).sum() + lost() - lostTold;
      tell(
          Severity.ERROR,
          "The run folder %s could not be written to the end; lines of its files that are lost: %d."
              .formatted(folder.path(), lost));
    }
    attempt(this::release);
  }

  private void release() throws IOException {
    for (AppendFile file : files()) {
      file.close();
    }
    owner.release();
    lock.close();
  }

  /** Shows readers on other machines that this process is there. */
  void beat() {
    if (!ended) {
      owner.beat();
    }
  }

  /** Whether all that is left to do is to end, and that may succeed. */
  boolean wantsToEnd() {
    return ended && !failing && isDirty();
  }

  /** Done when nothing of the run will be written by this recorder any more; from any thread. */
  CompletableFuture<Void> forgotten() {
    return forgotten;
  }

  RunFolder folder() {
    return folder;
  }

  private List<AppendFile> files() {
    return List.of(metrics, events, tensorBoard);
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
      if (failing) {
        failing = false;
        tellRecovery();
      }
    } catch (IOException e) {
      if (!failing) {
        failing = true;
        tell(
            Severity.ERROR,
            ("The run folder %s cannot be written (%s); training goes on in memory, so free space"
                    + " or bring the folder back: writing is tried again every second.")
                .formatted(folder.path(), IoReason.of(e)));
      }
    }
  }

  private void tellRecovery() {
    long lost = lost() - lostTold;
    lostTold += lost;
    tell(
        lost == 0 ? Severity.INFO : Severity.WARNING,
        "The run folder %s can be written again; lines of its files that are lost: %d."
            .formatted(folder.path(), lost));
  }

  private long lost() {
    return files().stream().mapToLong(AppendFile::lost).sum();
  }

  private void tell(Severity severity, String text) {
    LogLine line = new LogLine(folder.run(), clock.millis(), severity, text);
    eventLine.write(line, lastStep).ifPresent(events::append);
    tell.accept(line);
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
