package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;

/** A diagnosis as JSON, in files and on standard output alike. */
public final class DiagnosisJson {
  private final FindingJson findings = new FindingJson();

  /** The report as a tree: check, verdict, subject, at, cancelled, findings. */
  public ObjectNode tree(DiagnosisReport report) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("check", report.check().word());
    tree.put("verdict", report.passed() ? "pass" : "fail");
    tree.put("subject", report.subject());
    tree.put("at", report.at().toString());
    tree.put("cancelled", report.cancelled());
    tree.set("findings", findings.tree(report.findings()));
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
    return new DiagnosisReport(
        EnumWord.parse(CheckKind.class, tree.path("check").asText().replace('-', '_')),
        instant(tree.path("at").asText()),
        tree.path("subject").asText(),
        findings.read(tree.path("findings")),
        tree.path("cancelled").asBoolean());
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
  }
}
