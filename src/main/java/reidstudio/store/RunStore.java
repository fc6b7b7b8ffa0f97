package reidstudio.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.ConfigException;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.EventSink;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.Evaluated;

/**
 * Takes all events, writes them to the folder of their run and shows them in the trace of their
 * run.
 *
 * <p>Thread: {@link #publish} from any thread, it adds to a lock-free queue and returns. One thread
 * of the store takes out whatever is there, hands it to the operating system at once and to the
 * disk every second. While a run is recorded it wakes up every second, whether or not anything
 * comes. It ends with {@link #close}.
 */
public final class RunStore implements EventSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
  private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BULK = 10_000;
  private static final long END_SECONDS = 10;

  private final RunFolderMaker folders;
  private final Clock clock;
  private final Queue<TrainingEvent> queue = new ConcurrentLinkedQueue<>();
  private final Map<String, LiveRun> runs = new ConcurrentHashMap<>();
  private final Queue<RunRecorder> recorders = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean idle = new AtomicBoolean();
  private final LiveRun outside = LiveRun.inMemory("");
  private final Thread thread;
  private volatile RunTrace current = outside.trace();
  private volatile boolean closing;
  private volatile Runnable eachSecond = () -> {};
  private long lastSync = System.nanoTime();
  private long lastTick = System.nanoTime();

  /**
   * Starts the store.
   *
   * @param runs where new run folders are made; need not exist yet
   * @param clock gives the names of folders and their time zone
   */
  public RunStore(Path runs, Clock clock) {
    this.folders = new RunFolderMaker(runs, clock);
    this.clock = clock;
    this.runs.put("", outside);
    this.thread = new Thread(this::work, "run-store");
    this.thread.setDaemon(false);
    this.thread.start();
  }

  /**
   * Has {@code work} done on the store's thread about once a second while a run is recorded: of all
   * threads that one is sure to go on when the engine's hangs. It must not wait for anything.
   */
  public void eachSecond(Runnable work) {
    eachSecond = work;
  }

  /**
   * Makes the folder of a new run, which becomes the {@linkplain #current() current} one. Ended
   * runs before it are let go of; they can be read from their folders.
   *
   * @param wanted the folder to use, new or empty; if empty, {@code <runs>/<time>-<name>}
   * @throws IOException with a sentence for the user
   */
  public RunFolder create(RunConfig config, Optional<Path> wanted) throws IOException {
    return create(config, wanted, Optional.empty());
  }

  /**
   * As {@link #create(RunConfig, Optional)}.
   *
   * @param recipe what its settings began with
   */
  public RunFolder create(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe)
      throws IOException {
    RunFolder folder = folders.make(config, wanted, recipe);
    RunTrace trace = new RunTrace(folder.run(), Optional.of(folder.path()), Optional.of(config));
    record(trace, new RunRecorder(folder, RunLock.take(folder), clock, trace::apply));
    return folder;
  }

  private void record(RunTrace trace, RunRecorder recorder) {
    recorders.add(recorder);
    runs.put(trace.run(), new LiveRun(trace, Optional.of(recorder)));
    current = trace;
  }

  /**
   * Takes charge of the folder of a run that has ended, however it did.
   *
   * @throws IOException with a sentence for the user, also if the run is being written
   */
  public ReopenedRun reopen(Path path) throws IOException {
    RunFolder folder = new RunFolder(path);
    RunReader.checkIsRun(folder);
    awaitEnd(folder);
    RunLock lock = RunLock.take(folder);
    try {
      RunConfig config = new RunConfigCodec().read(folder.config());
      Set<Long> nonFinite =
          new EventsEnd(folder)
              .all(EventType.NON_FINITE)
              .map(StoredEvent::step)
              .collect(Collectors.toSet());
      return new ReopenedRun(this, folder, lock, config, new RunCatalog().state(folder), nonFinite);
    } catch (ConfigException e) {
      lock.close();
      throw new IOException(
          "The run %s cannot go on: %s".formatted(folder.run(), e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A run of this process that has just ended may still be on its way to the disk. */
  private void awaitEnd(RunFolder folder) throws IOException {
    for (RunRecorder recorder : recorders) {
      if (recorder.folder().equals(folder)) {
        try {
          recorder.forgotten().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
          throw new IOException("The run " + folder.run() + " is still being written; wait.", e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("The program is closing.");
        }
      }
    }
  }

  /** See {@link ReopenedRun#goOn}. */
  void goOn(ReopenedRun run, RunConfig config, long step) throws IOException {
    RunFolder folder = run.folder();
    try {
      new TornLine(folder.metrics()).mend();
      new TornLine(folder.events()).mend();
      RunReader.Part before = new RunReader().upTo(folder.path(), step);
      RunTrace trace = before.trace();
      RunRecorder recorder = new RunRecorder(folder, run.lock(), clock, trace::apply);
      recorder.countFrom(before.lastStep());
      if (!config.equals(run.config())) {
        AtomicFile.write(folder.config(), new RunConfigCodec().toJson(config) + "\n");
      }
      new RunOwner(folder.owner()).claim();
      trace.goOn(config);
      record(trace, recorder);
    } catch (IOException e) {
      throw new IOException(
          "The run %s cannot go on (%s); its folder must be readable and writable."
              .formatted(folder.run(), IoReason.of(e)),
          e);
    }
  }

  /** See {@link ReopenedRun#record(Evaluated)}. */
  void record(ReopenedRun run, Evaluated event) throws IOException {
    RunFolder folder = run.folder();
    try {
      if (event.record().isPresent()) {
        new EvaluationFiles(folder).write(event.evaluation(), event.record().get());
      }
      append(folder, event, event.evaluation().step());
    } catch (IOException e) {
      throw notKept("evaluation", folder, e);
    }
    showIn(folder, new Evaluated(event.run(), event.atMillis(), event.evaluation()));
  }

  /** See {@link ReopenedRun#record(DiagnosisFinished, long)}. */
  void record(ReopenedRun run, DiagnosisFinished event, long step) throws IOException {
    RunFolder folder = run.folder();
    try {
      new DiagnosisFiles(folder, clock.getZone()).write(event.report());
      append(folder, event, step);
    } catch (IOException e) {
      throw notKept("diagnosis", folder, e);
    }
    showIn(folder, event);
  }

  /** Nobody else writes the folder meanwhile. */
  private static void append(RunFolder folder, TrainingEvent event, long step) throws IOException {
    new TornLine(folder.events()).mend();
    try (AppendFile events = AppendFile.continuing(folder.events())) {
      new EventLine().write(event, step).ifPresent(events::append);
      events.sync();
    }
  }

  private static IOException notKept(String what, RunFolder folder, IOException e) {
    return new IOException(
        "The %s cannot be kept in %s (%s); free space or bring the folder back."
            .formatted(what, folder.path(), IoReason.of(e)),
        e);
  }

  /** In the run's trace, if it is still in memory. */
  private void showIn(RunFolder folder, TrainingEvent event) {
    if (trace(event.run()).flatMap(RunTrace::folder).filter(folder.path()::equals).isPresent()) {
      publish(event);
    }
  }

  /** The newest run; before the first one, {@link #outside()}. */
  public RunTrace current() {
    return current;
  }

  /** The trace of {@code run}; empty if it never was, or was let go of. */
  public Optional<RunTrace> trace(String run) {
    return Optional.ofNullable(runs.get(run)).map(LiveRun::trace);
  }

  /** What happened outside any run. */
  public RunTrace outside() {
    return outside.trace();
  }

  @Override
  public void publish(TrainingEvent event) {
    queue.add(event);
    if (idle.compareAndSet(true, false)) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Writes everything that was published before, waits until the disk has it, and ends the thread.
   * What is published later is forgotten.
   */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    boolean last;
    do {
      last = closing && queue.isEmpty();
      drain();
      save();
      tick();
      if (!closing) {
        forgetEndedRuns();
        rest();
      }
    } while (!last);
    recorders.forEach(RunRecorder::close);
  }

  /** In bulks, so that files are saved in time however fast events come. */
  private void drain() {
    for (int i = 0; i < BULK; i++) {
      TrainingEvent event = queue.poll();
      if (event == null) {
        return;
      }
      try {
        runs.computeIfAbsent(event.run(), LiveRun::inMemory).take(event);
      } catch (RuntimeException e) {
        LOG.error("an event could not be taken in: {}", event, e);
      }
    }
  }

  /** Whatever a disk that is going throws, the next events are still taken in. */
  private void save() {
    try {
      flush();
    } catch (RuntimeException e) {
      LOG.error("what runs have told could not be saved", e);
    }
  }

  private void flush() {
    recorders.forEach(RunRecorder::flush);
    long now = System.nanoTime();
    if (now - lastSync >= SYNC_NANOS || recorders.stream().anyMatch(RunRecorder::wantsToEnd)) {
      recorders.forEach(RunRecorder::sync);
      lastSync = now;
    }
  }

  private void tick() {
    long now = System.nanoTime();
    if (!recorders.isEmpty() && now - lastTick >= SYNC_NANOS) {
      lastTick = now;
      recorders.forEach(RunRecorder::beat);
      try {
        eachSecond.run();
      } catch (RuntimeException e) {
        LOG.error("what is done each second failed", e);
      }
    }
  }

  private void forgetEndedRuns() {
    List<RunRecorder> done =
        recorders.stream().filter(recorder -> recorder.hasEnded() && !recorder.isDirty()).toList();
    recorders.removeAll(done);
    done.forEach(recorder -> recorder.forgotten().complete(null));
    runs.values().removeIf(run -> run.hasEnded() && run.trace() != current);
  }

  private void rest() {
    idle.set(true);
    if (queue.isEmpty() && !closing) {
      if (recorders.stream().anyMatch(RunRecorder::isDirty)) {
        LockSupport.parkNanos(this, lastSync + SYNC_NANOS - System.nanoTime());
      } else if (!recorders.isEmpty()) {
        LockSupport.parkNanos(this, lastTick + SYNC_NANOS - System.nanoTime());
      } else {
        LockSupport.park(this);
      }
    }
    idle.set(false);
  }
}
