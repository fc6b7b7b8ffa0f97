package reidstudio.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.RunConfig;
import reidstudio.event.EventSink;
import reidstudio.event.TrainingEvent;

/**
 * Takes all events, writes them to the folder of their run and shows them in the trace of their
 * run.
 *
 * <p>Thread: {@link #publish} from any thread, it adds to a lock-free queue and returns. One thread
 * of the store takes out whatever is there, hands it to the operating system at once and to the
 * disk every second. It ends with {@link #close}.
 */
public final class RunStore implements EventSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
  private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BULK = 10_000;

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
  private long lastSync = System.nanoTime();

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
   * Makes the folder of a new run, which becomes the {@linkplain #current() current} one. Ended
   * runs before it are let go of; they can be read from their folders.
   *
   * @param wanted the folder to use, new or empty; if empty, {@code <runs>/<time>-<name>}
   * @throws IOException with a sentence for the user
   */
  public RunFolder create(RunConfig config, Optional<Path> wanted) throws IOException {
    RunFolder folder = folders.make(config, wanted);
    RunTrace trace = new RunTrace(folder.run(), Optional.of(folder.path()), Optional.of(config));
    RunRecorder recorder = new RunRecorder(folder, clock, trace::apply);
    recorders.add(recorder);
    runs.put(folder.run(), new LiveRun(trace, Optional.of(recorder)));
    current = trace;
    return folder;
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

  private void save() {
    recorders.forEach(RunRecorder::flush);
    long now = System.nanoTime();
    if (now - lastSync >= SYNC_NANOS) {
      recorders.forEach(RunRecorder::sync);
      lastSync = now;
    }
  }

  private void forgetEndedRuns() {
    recorders.removeIf(recorder -> recorder.hasEnded() && !recorder.isDirty());
    runs.values().removeIf(run -> run.hasEnded() && run.trace() != current);
  }

  private void rest() {
    idle.set(true);
    if (queue.isEmpty() && !closing) {
      if (recorders.stream().anyMatch(RunRecorder::isDirty)) {
        LockSupport.parkNanos(this, lastSync + SYNC_NANOS - System.nanoTime());
      } else {
        LockSupport.park(this);
      }
    }
    idle.set(false);
  }
}
