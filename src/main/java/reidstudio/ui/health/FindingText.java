package reidstudio.ui.health;

import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Change;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Span;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;

/** Writes findings as plain text to paste into a message. */
final class FindingText {
  private static final String INDENT = "    ";

  private final Messages messages;
  private final EngineWords words;
  private final RunConfigCodec codec = new RunConfigCodec();

  FindingText(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
  }

  /**
   * @param run whose settings a change is compared with, if known
   */
  String of(Finding raw, Optional<RunConfig> run) {
    Finding finding = words.of(raw);
    StringBuilder text = new StringBuilder();
    text.append('[').append(messages.of("severity", finding.severity())).append("] ");
    text.append(finding.title()).append(" (").append(finding.id()).append(")\n");
    if (finding.isProblem()) {
      line(text, messages.get("health.sure", messages.of("certainty", finding.certainty())));
    }
    finding.span().ifPresent(span -> line(text, steps(span)));
    for (Evidence evidence : finding.evidence()) {
      String expected =
          evidence.expected().isEmpty()
              ? ""
              : messages.get("health.expected.inline", evidence.expected());
      String mark = evidence.isAbnormal() ? "! " : "";
      line(text, mark + evidence.what() + ": " + evidence.observed() + expected);
    }
    for (String sentence : finding.ruledOut()) {
      line(text, messages.get("health.ruled-out.inline", sentence));
    }
    if (!finding.fix().isEmpty()) {
      line(text, messages.get("health.fix.inline", finding.fix()));
    }
    finding
        .change()
        .ifPresent(change -> line(text, messages.get("health.try.inline", change(change, run))));
    return text.toString();
  }

  /** The steps in words. */
  String steps(Span span) {
    return span.first() == span.last()
        ? messages.get("health.step", Long.toString(span.first()))
        : messages.get("health.steps", Long.toString(span.first()), Long.toString(span.last()));
  }

  private String change(Change change, Optional<RunConfig> run) {
    return run.map(config -> Proposal.of(change, config, codec))
        .filter(proposal -> !proposal.before().isEmpty())
        .map(proposal -> change(proposal))
        .orElse(change.toString());
  }

  /** The change with the value of now, on one line. */
  String change(Proposal proposal) {
    return messages.get(
        "health.change",
        proposal.key(),
        proposal.before().isEmpty() ? messages.get("health.nothing") : proposal.before(),
        proposal.after());
  }

  private static void line(StringBuilder text, String line) {
    text.append(INDENT).append(line).append('\n');
  }
}
