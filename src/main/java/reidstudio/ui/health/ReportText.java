package reidstudio.ui.health;

import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;

/** Writes a report as plain text to paste into a message. */
final class ReportText {
  private final Messages messages;
  private final EngineWords words;

  ReportText(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
  }

  String of(DiagnosisReport report) {
    StringBuilder text = new StringBuilder();
    text.append(messages.of("check", report.check())).append(" · ").append(report.at());
    text.append('\n')
        .append(messages.get("health.subject", words.of(report.subject())))
        .append("\n");
    report.findings().forEach(finding -> append(text, words.of(finding)));
    return text.toString();
  }

  private void append(StringBuilder text, Finding finding) {
    text.append("\n[").append(messages.of("severity", finding.severity())).append("] ");
    text.append(finding.title()).append(" (").append(finding.id()).append(")\n");
    for (Evidence evidence : finding.evidence()) {
      text.append("    ").append(evidence.what()).append(": ").append(evidence.observed());
      if (!evidence.expected().isEmpty()) {
        text.append(messages.get("health.expected.inline", evidence.expected()));
      }
      text.append('\n');
    }
    if (!finding.fix().isEmpty()) {
      text.append("    ").append(messages.get("health.fix.inline", finding.fix())).append('\n');
    }
  }
}
