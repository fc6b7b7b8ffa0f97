package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrefetchTest {
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final AtomicInteger begun = new AtomicInteger();

  @AfterEach
  void close() throws InterruptedException {
    workers.shutdownNow();
    assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private List<Callable<Integer>> numbers(int count) {
    return IntStream.range(0, count)
        .<Callable<Integer>>mapToObj(
            i ->
                () -> {
                  begun.incrementAndGet();
                  return i;
                })
        .toList();
  }

  /** However fast the workers are, what waits for the engine stays a few batches. */
  @Test
  void noMoreThanFourResultsWaitWhateverTheNumberOfThreads() throws InterruptedException {
    List<Integer> taken = new ArrayList<>();
    try (Prefetch<Integer> prefetch = new Prefetch<>(numbers(100).iterator(), workers)) {
      while (prefetch.hasNext()) {
        assertThat(begun.get()).isLessThanOrEqualTo(taken.size() + 4);
        taken.add(prefetch.next());
      }
    }
    assertThat(taken).isEqualTo(IntStream.range(0, 100).boxed().toList());
    assertThat(begun).hasValue(100);
  }

  @Test
  void aFailureIsToldInItsTurn() throws InterruptedException {
    Callable<Integer> fails =
        () -> {
          throw new IOException("no disk");
        };
    List<Callable<Integer>> tasks = new ArrayList<>(numbers(2));
    tasks.add(1, fails);
    try (Prefetch<Integer> prefetch = new Prefetch<>(tasks.iterator(), workers)) {
      assertThat(prefetch.next()).isZero();
      assertThatThrownBy(prefetch::next)
          .hasMessage("no disk")
          .hasCauseInstanceOf(IOException.class);
      assertThat(prefetch.next()).isEqualTo(1);
    }
  }

  @Test
  void lackOfMemoryStaysWhatItIs() {
    Callable<Integer> fails =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    try (Prefetch<Integer> prefetch = new Prefetch<>(List.of(fails).iterator(), workers)) {
      assertThatThrownBy(prefetch::next)
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("Java heap space");
    }
  }
}
