package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchChartsVerbTest {
  @TempDir Path home;

  private CliSession run(String... arguments) {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              throw new AssertionError("nothing may be begun, but got " + command);
            });
    cli.charts =
        List.of(
            new ChartSpeed.Case("fast", 12, 2, 100_000, 30.04, 38, 4.2, 9, 40),
            new ChartSpeed.Case("slow", 1, 1, 1_000_000, 16.1, 20, 1, 2, 16),
            new ChartSpeed.Case("busy", 1, 1, 10, 3, 4, 5.1, 6, 16));
    return cli.run(arguments);
  }

  @Test
  void eachFigureStandsBesideItsTarget() throws IOException {
    CliSession cli = run("bench", "charts", "--json");

    assertThat(cli.code).isZero();
    JsonNode cases = cli.json().get("cases");
    assertThat(cases.get(0).get("updateMs").doubleValue()).isEqualTo(30.04);
    assertThat(cases.get(0).get("threadWorstMs").doubleValue()).isEqualTo(9);
    assertThat(cases.findValuesAsText("ok")).containsExactly("true", "false", "false");
    assertThat(cli.json().get("threadTargetMs").intValue()).isEqualTo(5);
  }

  @Test
  void peopleReadATable() {
    CliSession cli = run("bench", "charts", "--updates", "7");

    assertThat(cli.code).isZero();
    assertThat(cli.out)
        .containsPattern("fast +30\\.0 +38\\.0 +40 +4\\.2 +9\\.0  ok\n")
        .containsPattern("slow .* above\n")
        .contains("Medians of 7 updates");
  }
}
