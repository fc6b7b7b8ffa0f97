package reidstudio.ui.health;

import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.event.DiagnosisReport;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;

/** Writes what was found as plain text to paste into a message. */
final class ReportText {
  private final Messages messages;
  private final EngineWords words;
  private final FindingText findings;

  ReportText(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
    this.findings = new FindingText(messages, words);
  }

  String of(DiagnosisReport report, Optional<RunConfig> run) {
    StringBuilder text = new StringBuilder();
    text.append(messages.of("check", report.check())).append(" · ").append(report.at());
    text.append('\n')
        .append(messages.get("health.subject", words.of(report.subject())))
        .append("\n");
    report.findings().forEach(finding -> text.append('\n').append(findings.of(finding, run)));
    return text.toString();
  }

  String of(HealthReading reading, Optional<RunConfig> run) {
    StringBuilder text = new StringBuilder();
    text.append(messages.get("health.text.run", reading.run(), Long.toString(reading.step())));
    text.append('\n');
    reading.problems().forEach(finding -> text.append('\n').append(findings.of(finding, run)));
    reading.unchecked().forEach(finding -> text.append('\n').append(findings.of(finding, run)));
    reading.notes().forEach(finding -> text.append('\n').append(findings.of(finding, run)));
    return text.toString();
  }
}
