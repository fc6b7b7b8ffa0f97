package reidstudio.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The batches of one epoch in order, a few of them prepared ahead. Which thread prepares a batch
 * has no influence on what is in it.
 */
public final class BatchSource implements AutoCloseable {
  private static final int AHEAD = 4;

  private final List<int[]> plan;
  private final int epoch;
  private final BatchAssembler assembler;
  private final ExecutorService workers;
  private final Deque<Future<HostBatch>> ready = new ArrayDeque<>();
  private int submitted;

  /** Starts preparing the first batches of {@code plan}. */
  public BatchSource(
      List<int[]> plan, int epoch, BatchAssembler assembler, ExecutorService workers) {
    this(plan, epoch, 0, assembler, workers);
  }

  /** As if {@code done} batches of {@code plan} had been taken already. */
  public BatchSource(
      List<int[]> plan, int epoch, int done, BatchAssembler assembler, ExecutorService workers) {
    this.plan = plan;
    this.submitted = done;
    this.epoch = epoch;
    this.assembler = assembler;
    this.workers = workers;
    submitAhead();
  }

  /** Whether a batch is left. */
  public boolean hasNext() {
    return !ready.isEmpty();
  }

  /**
   * Waits for the next batch.
   *
   * @throws IllegalStateException if it could not be prepared, with the cause
   */
  public HostBatch next() throws InterruptedException {
    if (ready.isEmpty()) {
      throw new NoSuchElementException("the epoch is over");
    }
    try {
      HostBatch batch = ready.remove().get();
      submitAhead();
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  private void submitAhead() {
    while (ready.size() < AHEAD && submitted < plan.size()) {
      int number = submitted++;
      ready.add(workers.submit(() -> assembler.assemble(plan.get(number), epoch, number)));
    }
  }

  @Override
  public void close() {
    ready.forEach(batch -> batch.cancel(true));
    ready.clear();
  }
}
