package reidstudio.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reidstudio.event.Severity;
import reidstudio.store.LogEntry;

class LogPlaceTest {
  private static List<LogEntry> after(long... steps) {
    return LongStream.of(steps)
        .mapToObj(step -> new LogEntry(step, Severity.INFO, "line", step))
        .toList();
  }

  @Test
  void allLinesOfTheStepAreFound() {
    assertThat(LogPlace.of(after(0, 0, 40, 40, 40, 97), 40))
        .isEqualTo(new LogPlace(40, true, 2, 3));
    assertThat(LogPlace.of(after(0, 0, 40), 0)).isEqualTo(new LogPlace(0, true, 0, 2));
  }

  @Test
  void aStepWithoutLinesLeadsToTheLastOneBefore() {
    assertThat(LogPlace.of(after(0, 40, 97), 50)).isEqualTo(new LogPlace(50, false, 1, 1));
    assertThat(LogPlace.of(after(0, 40, 97), 500)).isEqualTo(new LogPlace(500, false, 2, 1));
  }

  @Test
  void whereNothingWasLoggedNothingIsFound() {
    assertThat(LogPlace.of(after(), 5).count()).isZero();
    assertThat(LogPlace.of(after(7), 5).count()).isZero();
  }
}
