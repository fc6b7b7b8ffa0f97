package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;

/** Findings as JSON. What a finding does not have is left out. */
public final class FindingJson {
  /** An array of findings. */
  public ArrayNode tree(List<Finding> findings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    findings.forEach(finding -> array.add(tree(finding)));
    return array;
  }

  /**
   * The findings in {@code array}.
   *
   * @throws IllegalArgumentException if a word or a number in it makes no sense
   */
  public List<Finding> read(JsonNode array) {
    List<Finding> findings = new ArrayList<>();
    array.forEach(finding -> findings.add(finding(finding)));
    return findings;
  }

  private static ObjectNode tree(Finding finding) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", finding.id());
    tree.put("severity", EnumWord.of(finding.severity()));
    tree.put("certainty", EnumWord.of(finding.certainty()));
    tree.put("title", finding.title());
    ArrayNode evidence = tree.putArray("evidence");
    for (Evidence item : finding.evidence()) {
      ObjectNode number =
          evidence
              .addObject()
              .put("what", item.what())
              .put("observed", item.observed())
              .put("expected", item.expected());
      if (item.isAbnormal()) {
        number.put("abnormal", true);
      }
    }
    if (!finding.ruledOut().isEmpty()) {
      finding.ruledOut().forEach(tree.putArray("ruledOut")::add);
    }
    finding
        .span()
        .ifPresent(
            span ->
                tree.putObject("span")
                    .put("metric", span.key().name())
                    .put("first", span.first())
                    .put("last", span.last()));
    tree.put("fix", finding.fix());
    finding
        .change()
        .ifPresent(
            change ->
                tree.putObject("change").put("key", change.key()).put("value", change.value()));
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
                        item.path("expected").asText(),
                        item.path("abnormal").asBoolean())));
    List<String> ruledOut = new ArrayList<>();
    tree.path("ruledOut").forEach(sentence -> ruledOut.add(sentence.asText()));
    return new Finding(
        tree.path("id").asText(),
        EnumWord.parse(Severity.class, tree.path("severity").asText()),
        tree.has("certainty")
            ? EnumWord.parse(Certainty.class, tree.path("certainty").asText())
            : Certainty.PROVEN,
        tree.path("title").asText(),
        evidence,
        ruledOut,
        span(tree.path("span")),
        tree.path("fix").asText(),
        change(tree.path("change")));
  }

  private static Optional<Span> span(JsonNode tree) {
    return tree.isObject()
        ? Optional.of(
            new Span(
                new MetricKey(tree.path("metric").asText()),
                tree.path("first").asLong(),
                tree.path("last").asLong()))
        : Optional.empty();
  }

  private static Optional<Change> change(JsonNode tree) {
    return tree.isObject()
        ? Optional.of(new Change(tree.path("key").asText(), tree.path("value").asText()))
        : Optional.empty();
  }
}
