package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;

class BatchSourceTest {
  private static final RunConfig CONFIG = RunConfig.defaults();

  private final ExecutorService workers = Executors.newFixedThreadPool(3);

  @AfterEach
  void close() throws InterruptedException {
    workers.shutdownNow();
    assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void yieldsThePlanInOrderAndEnds() throws InterruptedException {
    List<int[]> plan = IntStream.range(0, 23).mapToObj(i -> new int[] {2 * i, 2 * i + 1}).toList();
    List<String> names = new ArrayList<>();
    try (BatchSource source = new BatchSource(plan, 1, captions(46), workers)) {
      while (source.hasNext()) {
        names.addAll(source.next().names());
      }
      assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(names).isEqualTo(IntStream.range(0, 46).mapToObj(i -> "item " + i).toList());
  }

  @Test
  void anEmptyPlanEndsAtOnce() {
    try (BatchSource source = new BatchSource(List.of(), 1, captions(2), workers)) {
      assertThat(source.hasNext()).isFalse();
    }
  }

  @Test
  void aBatchThatCannotBePreparedSaysWhy() {
    Item gone = new Item.Picture(0, Modality.VIS, Path.of("gone.jpg").toAbsolutePath(), "gone.jpg");
    try (BatchSource source =
        new BatchSource(List.of(new int[] {0, 1}), 1, assembler(List.of(gone, gone)), workers)) {
      assertThatThrownBy(source::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gone.jpg")
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void closingCancelsWhatIsNotPreparedYet() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<Future<?>> busy = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      busy.add(
          workers.submit(
              () -> {
                release.await();
                return null;
              }));
    }
    int[] touched = {0};
    List<int[]> plan =
        new java.util.AbstractList<>() {
          @Override
          public int[] get(int index) {
            touched[0]++;
            return new int[] {0, 1};
          }

          @Override
          public int size() {
            return 100;
          }
        };
    BatchSource source = new BatchSource(plan, 1, captions(2), workers);
    source.close();
    assertThat(source.hasNext()).isFalse();
    release.countDown();
    for (Future<?> future : busy) {
      future.get(30, TimeUnit.SECONDS);
    }
    workers.shutdown();
    assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(touched[0]).isZero();
  }

  private static BatchAssembler captions(int count) {
    return assembler(
        IntStream.range(0, count)
            .<Item>mapToObj(i -> new Item.Caption(i, "a person", "item " + i))
            .toList());
  }

  private static BatchAssembler assembler(List<Item> items) {
    return new BatchAssembler(
        items,
        new PictureReader(CONFIG.data()),
        new WordTokenizer(Vocabulary.of(List.of("a person"))),
        CONFIG);
  }
}
