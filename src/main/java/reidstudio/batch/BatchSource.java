package reidstudio.batch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * The batches of one epoch in order, a few of them prepared ahead. Which thread prepares a batch
 * has no influence on what is in it.
 */
public final class BatchSource implements AutoCloseable {
  private final BatchAssembler assembler;
  private final Prefetch<HostBatch> batches;
  private Optional<HostBatch> last = Optional.empty();

  /** Starts preparing the first batches of {@code plan}. */
  public BatchSource(
      List<int[]> plan, int epoch, BatchAssembler assembler, ExecutorService workers) {
    this(plan, epoch, 0, assembler, workers);
  }

  /** As if {@code done} batches of {@code plan} had been taken already. */
  public BatchSource(
      List<int[]> plan, int epoch, int done, BatchAssembler assembler, ExecutorService workers) {
    this.assembler = assembler;
    this.batches =
        new Prefetch<>(
            IntStream.range(Math.min(done, plan.size()), plan.size())
                .<Callable<HostBatch>>mapToObj(
                    number -> () -> assembler.assemble(plan.get(number), epoch, number))
                .iterator(),
            workers);
  }

  /** Whether a batch is left. */
  public boolean hasNext() {
    return batches.hasNext();
  }

  /**
   * Waits for the next batch. Pixels of the one before are overwritten from now on, and so are
   * arrays on the CPU that were made of it.
   *
   * @throws IllegalStateException if it could not be prepared, with the cause
   */
  public HostBatch next() throws InterruptedException {
    last.ifPresent(assembler::recycle);
    last = Optional.empty();
    HostBatch next = batches.next();
    last = Optional.of(next);
    return next;
  }

  @Override
  public void close() {
    batches.close();
  }
}
