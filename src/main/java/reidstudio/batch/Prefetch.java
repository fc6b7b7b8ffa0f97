package reidstudio.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Results in the order of their tasks, a few of them made ahead by worker threads. */
public final class Prefetch<T> implements AutoCloseable {
  private static final int AHEAD = 4;

  private final Iterator<Callable<T>> tasks;
  private final ExecutorService workers;
  private final Deque<Future<T>> ready = new ArrayDeque<>();

  /** Starts with the first tasks. */
  public Prefetch(Iterator<Callable<T>> tasks, ExecutorService workers) {
    this.tasks = tasks;
    this.workers = workers;
    submitAhead();
  }

  /** Whether a result is left. */
  public boolean hasNext() {
    return !ready.isEmpty();
  }

  /**
   * Waits for the next result.
   *
   * @throws IllegalStateException if its task failed, with the cause
   * @throws Error the one that ended its task, lack of memory for one
   */
  public T next() throws InterruptedException {
    if (ready.isEmpty()) {
      throw new NoSuchElementException("nothing is left");
    }
    try {
      T result = ready.remove().get();
      submitAhead();
      return result;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  private void submitAhead() {
    while (ready.size() < AHEAD && tasks.hasNext()) {
      ready.add(workers.submit(tasks.next()));
    }
  }

  @Override
  public void close() {
    ready.forEach(result -> result.cancel(true));
    ready.clear();
  }
}
