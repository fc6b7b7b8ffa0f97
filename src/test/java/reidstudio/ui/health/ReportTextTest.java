package reidstudio.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class ReportTextTest {
  private static final Finding FINDING =
      new Finding(
          "ce.x",
          Severity.ERROR,
          Certainty.LIKELY,
          "It does not learn.",
          List.of(new Evidence("rate", "0.003", "above 0.1"), new Evidence("steps", "480", "")),
          List.of("The labels are right."),
          Optional.of(new Span(MetricKey.CE_LOSS, 1200, 4800)),
          "Raise the rate.",
          Optional.of(new Change("optimizer.head.learningRate", "0.3")));

  private final Messages messages = new Messages(Language.ENGLISH);
  private final ReportText text = new ReportText(messages, new EngineWords(messages));

  @Test
  void everythingThatTheCardSaysIsInTheText() {
    HealthReading reading =
        new HealthReading(
            "run",
            HealthReading.State.PROBLEMS,
            4800,
            false,
            List.of(FINDING),
            List.of(new Finding("n", Severity.UNCHECKED, "Not seen.", List.of(), "")),
            List.of());
    assertThat(text.of(reading, Optional.of(RunConfig.defaults())))
        .isEqualTo(
            """
            run, step 4800

            [Error] It does not learn. (ce.x)
                How sure: likely
                Steps 1200 to 4800
                rate: 0.003 (expected: above 0.1)
                steps: 480
                Ruled out: The labels are right.
                Fix: Raise the rate.
                Try: optimizer.head.learningRate: 0.003 → 0.3

            [Could not be looked at] Not seen. (n)
            """);
  }

  @Test
  void aReportOfAnUnknownConfigurationStillNamesTheChange() {
    DiagnosisReport report =
        new DiagnosisReport(CheckKind.CE, Instant.EPOCH, "a fresh model", List.of(FINDING), false);
    assertThat(text.of(report, Optional.empty()))
        .startsWith("CE diagnosis · 1970-01-01T00:00:00Z\nLooked at: a fresh model\n\n[Error]")
        .contains("Try: optimizer.head.learningRate=0.3\n");
  }
}
