package reidstudio.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import reidstudio.event.QuickFixItem;
import reidstudio.event.QuickFixReport;

/** A quick fix as JSON, in files and on standard output alike. */
public final class QuickFixJson {
  /** The report as a tree: verdict, changes[], runs, how far CE fell, items[]. */
  public ObjectNode tree(QuickFixReport report) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("verdict", report.verdict());
    ArrayNode changes = tree.putArray("changes");
    report.changes().forEach(c -> changes.addObject().put("key", c.key()).put("value", c.value()));
    tree.put("runBefore", report.runBefore());
    tree.put("runAfter", report.runAfter());
    tree.put("stepsBefore", report.before().steps());
    tree.put("stepsAfter", report.after().steps());
    put(tree, "ceFellBefore", report.before().ceFell());
    put(tree, "ceFellAfter", report.after().ceFell());
    tree.put("remark", report.remark().orElse(""));
    ArrayNode items = tree.putArray("items");
    for (QuickFixItem item : report.items()) {
      ObjectNode row = items.addObject();
      row.put("name", item.name());
      row.put("expected", item.expected());
      put(row, "before", item.before());
      put(row, "after", item.after());
      row.put("passedBefore", item.passedBefore());
      row.put("passedAfter", item.passedAfter());
    }
    return tree;
  }

  private static void put(ObjectNode row, String name, double value) {
    if (Double.isFinite(value)) {
      row.put(name, value);
    } else {
      row.putNull(name);
    }
  }
}
