package reidstudio.cli;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on other threads, and tells the user how it goes. */
final class Progress {
  private final Console console;
  private final Poller poller;

  Progress(Console console, Poller poller) {
    this.console = console;
    this.poller = poller;
  }

  ProgressLine line() {
    return new ProgressLine(console, System::nanoTime);
  }

  /** Returns when {@code done}, after a last {@code look}. */
  void until(BooleanSupplier done, Runnable look) throws InterruptedException {
    poller.until(done, look);
  }

  /**
   * What {@code work} ends with; an interruption cancels it.
   *
   * @param doing asked often for a text that says how far it is
   * @throws CancellationException after an interruption
   * @throws IOException with one sentence for the user
   */
  <T> T await(CompletableFuture<T> work, Supplier<String> doing, Interruption interruption)
      throws IOException, InterruptedException {
    interruption.onRequest(() -> work.cancel(true));
    ProgressLine line = line();
    try {
      poller.until(work::isDone, () -> line.show(doing.get()));
      return work.get();
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    } finally {
      line.end("");
      interruption.onRequest(() -> {});
    }
  }

  private static IOException asThrown(Throwable cause) {
    if (cause instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    return cause instanceof IOException known ? known : new IOException(cause);
  }
}
