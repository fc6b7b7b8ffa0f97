package reidstudio.data.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Paints all pictures of a plan, one person per task. The caller alone is told of progress and
 * asked for cancellation.
 */
final class PaintingPool {
  private static final int MOST_THREADS = 8;
  private static final long POLL_MILLIS = 20;

  private final DemoPlan plan;
  private final Frame frame;
  private final Path dir;
  private final AtomicBoolean stopped = new AtomicBoolean();

  PaintingPool(DemoPlan plan, Path dir) {
    this.plan = plan;
    this.frame = new Frame(plan.spec().width(), plan.spec().height());
    this.dir = dir;
  }

  /**
   * Paints until all is done.
   *
   * @throws CancellationException when {@code cancelled} says so or the thread is interrupted; no
   *     picture is written after that
   */
  void paint(DoubleConsumer progress, BooleanSupplier cancelled) throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads, PaintingPool::thread);
    try {
      CompletionService<Void> done = new ExecutorCompletionService<>(pool);
      List<Future<Void>> tasks =
          plan.people().map(person -> done.submit(() -> paint(person))).toList();
      for (int finished = 0; finished < tasks.size(); ) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("The demo data set was cancelled.");
        }
        Future<Void> next = done.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.get();
          finished++;
          progress.accept((double) finished / tasks.size());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The demo data set was interrupted.");
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      close(pool);
    }
  }

  private static IOException cause(ExecutionException e) {
    if (e.getCause() instanceof IOException failure) {
      return failure;
    }
    throw new IllegalStateException("A demo picture could not be painted.", e.getCause());
  }

  private Void paint(Person person) throws IOException {
    for (Shot shot : person.shots()) {
      if (stopped.get()) {
        throw new InterruptedIOException("stopped");
      }
      Path file = dir.resolve(shot.path());
      Files.createDirectories(file.getParent());
      BufferedImage image =
          Painter.of(shot.medium(), frame)
              .paint(
                  person.appearance(),
                  shot.view(),
                  shot.setting(),
                  shot.chance(plan.spec().seed()));
      Jpeg.write(file, image, quality(shot));
    }
    return null;
  }

  /** Cameras store at any quality, scanners of drawings at a good one. */
  private double quality(Shot shot) {
    double chance = Chance.of(plan.spec().seed(), "quality " + shot.path()).nextDouble();
    return switch (shot.medium()) {
      case VIS, NIR -> 0.62 + 0.33 * chance;
      case PENCIL, SKETCH -> 0.86 + 0.08 * chance;
    };
  }

  /** Waits for the threads: whoever deletes the folder next must not race them. */
  private void close(ExecutorService pool) {
    stopped.set(true);
    pool.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "demo-painter");
    thread.setDaemon(true);
    return thread;
  }
}
