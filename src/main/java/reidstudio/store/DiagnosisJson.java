package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** A diagnosis as JSON, in files and on standard output alike. */
public final class DiagnosisJson {
  /** The report as a tree: check, verdict, subject, at, cancelled, findings. */
  public ObjectNode tree(DiagnosisReport report) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("check", report.check().word());
    tree.put("verdict", report.passed() ? "pass" : "fail");
    tree.put("subject", report.subject());
    tree.put("at", report.at().toString());
    tree.put("cancelled", report.cancelled());
    tree.putArray("findings").addAll(report.findings().stream().map(DiagnosisJson::tree).toList());
    return tree;
  }

  /** The report as indented text. */
  public String text(DiagnosisReport report) {
    return tree(report).toPrettyString() + "\n";
  }

  /**
   * The report in {@code tree}; the verdict follows from the findings.
   *
   * @throws IllegalArgumentException if a word is not known
   */
  public DiagnosisReport read(JsonNode tree) {
    List<Finding> findings = new ArrayList<>();
    tree.path("findings").forEach(finding -> findings.add(finding(finding)));
    return new DiagnosisReport(
        EnumWord.parse(CheckKind.class, tree.path("check").asText()),
        instant(tree.path("at").asText()),
        tree.path("subject").asText(),
        findings,
        tree.path("cancelled").asBoolean());
  }

  private static ObjectNode tree(Finding finding) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", finding.id());
    tree.put("severity", EnumWord.of(finding.severity()));
    tree.put("title", finding.title());
    var evidence = tree.putArray("evidence");
    for (Evidence item : finding.evidence()) {
      evidence
          .addObject()
          .put("what", item.what())
          .put("observed", item.observed())
          .put("expected", item.expected());
    }
    tree.put("fix", finding.fix());
    return tree;
  }

  private static Finding finding(JsonNode tree) {
    List<Evidence> evidence = new ArrayList<>();
    tree.path("evidence")
        .forEach(
            item ->
                evidence.add(
                    new Evidence(
                        item.path("what").asText(),
                        item.path("observed").asText(),
                        item.path("expected").asText())));
    return new Finding(
        tree.path("id").asText(),
        EnumWord.parse(Severity.class, tree.path("severity").asText()),
        tree.path("title").asText(),
        evidence,
        tree.path("fix").asText());
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
  }
}
