package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.event.TrainingEvent.LogLine;

class LeftOutItemsTest {
  private final List<String> lines = new ArrayList<>();
  private final LeftOutItems items =
      new LeftOutItems(
          new RunLog(
              "run",
              event -> {
                if (event instanceof LogLine line) {
                  lines.add(line.text());
                }
              },
              Clock.systemUTC()));

  @Test
  void everyItemIsNamedOnceAndTheyAreCountedWhenThereAreMore() {
    items.add(List.of());
    items.count();
    assertThat(lines).isEmpty();
    items.add(List.of("a.jpg: is damaged"));
    items.add(List.of("a.jpg: is damaged"));
    items.count();
    items.count();
    items.add(List.of("a.jpg: is damaged", "b.jpg: is damaged"));
    items.count();
    assertThat(lines)
        .containsExactly(
            "Left out of the batch: a.jpg: is damaged",
            "1 item of the data set cannot be read so far; batches go without.",
            "Left out of the batch: b.jpg: is damaged",
            "2 items of the data set cannot be read so far; batches go without.");
  }
}
