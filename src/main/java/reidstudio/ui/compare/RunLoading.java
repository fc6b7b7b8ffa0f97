package reidstudio.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reidstudio.event.MetricKey;
import reidstudio.store.OpenedRun;
import reidstudio.store.RunFolder;
import reidstudio.store.RunListing;

/**
 * The reading of several runs at once, which may be ended. Either all are handed over, or none and
 * the first failure; after an end nothing is.
 *
 * <p>Thread: begun and ended by any; the runs are read by a few tasks of an executor.
 */
final class RunLoading {
  /** Own choice: reading waits for the processor, and the window needs one too. */
  private static final int MOST_AT_ONCE = 4;

  private final List<RunListing> runs;
  private final RunFolderReader reader;
  private final Consumer<Outcome> whenDone;
  private final Set<MetricKey> wanted = ComparedCurve.metrics();
  private final AtomicReferenceArray<OpenedRun> opened;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger working;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final int tasks;
  private volatile boolean ended;
  private volatile Exception failure;

  /** What came of it. */
  record Outcome(List<ComparedRun> runs, Optional<Exception> failure) {}

  /**
   * @param whenDone called once by the last task, unless the loading was ended
   */
  RunLoading(List<RunListing> runs, RunFolderReader reader, Consumer<Outcome> whenDone) {
    this.runs = List.copyOf(runs);
    this.reader = reader;
    this.whenDone = whenDone;
    opened = new AtomicReferenceArray<>(runs.size());
    tasks =
        Math.max(
            1,
            Math.min(
                Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()), runs.size()));
    working = new AtomicInteger(tasks);
  }

  void start(Executor io) {
    for (int i = 0; i < tasks; i++) {
      io.execute(this::work);
    }
  }

  /** Ends it soon; what was opened is closed. */
  void end() {
    ended = true;
  }

  /** How far it is, 0 to 1. */
  double share() {
    long all = bytes.get();
    return all == 0 ? 0 : Math.min(1, (double) bytesRead.get() / all);
  }

  /** Differs whenever {@link #share} does. */
  long version() {
    return bytesRead.get();
  }

  private void work() {
    if (bytes.get() == 0) {
      bytes.set(runs.stream().mapToLong(run -> size(run.folder())).sum());
    }
    for (int i = next.getAndIncrement(); i < runs.size() && goesOn(); i = next.getAndIncrement()) {
      try {
        opened.set(i, reader.open(runs.get(i).folder(), wanted::contains, this::hear));
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }
    if (working.decrementAndGet() == 0) {
      finish();
    }
  }

  private boolean goesOn() {
    return !ended && failure == null;
  }

  private boolean hear(int more) {
    bytesRead.addAndGet(more);
    return goesOn();
  }

  private void finish() {
    if (goesOn()) {
      List<String> names = ComparedRun.names(runs);
      List<ComparedRun> all = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        all.add(new ComparedRun(runs.get(i), names.get(i), i, opened.get(i)));
      }
      whenDone.accept(new Outcome(all, Optional.empty()));
      return;
    }
    IntStream.range(0, runs.size())
        .mapToObj(opened::get)
        .filter(run -> run != null)
        .forEach(OpenedRun::close);
    if (!ended) {
      whenDone.accept(new Outcome(List.of(), Optional.of(failure)));
    }
  }

  private static long size(Path folder) {
    try {
      RunFolder files = new RunFolder(folder);
      return Files.size(files.metrics()) + Files.size(files.events());
    } catch (IOException e) {
      return 0;
    }
  }
}
