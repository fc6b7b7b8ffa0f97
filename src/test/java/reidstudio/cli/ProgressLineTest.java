package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now;

  private ProgressLine line(boolean terminal) {
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ProgressLine(new Console(err, err, terminal), () -> now);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void terminalDrawsOverTheOldText() {
    ProgressLine line = line(true);
    line.show("step 10");
    line.show("step 10");
    line.show("end");

    assertThat(printed()).isEqualTo("\rstep 10\rend    ");
  }

  @Test
  void warningOnATerminalStandsOnItsOwnLine() {
    ProgressLine line = line(true);
    line.show("step 1");
    line.interject("careful");
    line.show("step 2");

    assertThat(printed()).isEqualTo("\rstep 1\r      \rcareful\n\rstep 2");
  }

  @Test
  void endLeavesTheTerminalOnANewLineOnlyWhereSomethingWasShown() {
    line(true).end("");
    assertThat(printed()).isEmpty();

    line(true).end("done");
    assertThat(printed()).isEqualTo("\rdone\n");
  }

  @Test
  void terminalLineNeverWraps() {
    line(true).show("x".repeat(200));

    assertThat(printed()).hasSize(80);
  }

  @Test
  void elsewhereThereIsALineEveryThreeSeconds() {
    ProgressLine line = line(false);
    for (int second = 0; second <= 6; second++) {
      now = TimeUnit.SECONDS.toNanos(second);
      line.show("second " + second);
    }
    line.end("second 7");

    assertThat(printed()).isEqualTo("second 0\nsecond 3\nsecond 6\nsecond 7\n");
  }
}
