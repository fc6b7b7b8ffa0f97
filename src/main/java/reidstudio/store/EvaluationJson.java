package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;

/** An evaluation as JSON; a score that is not known is null. */
public final class EvaluationJson {
  /** step, epoch, protocol, settings[]. */
  public ObjectNode tree(Evaluation evaluation) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("step", evaluation.step());
    tree.put("epoch", evaluation.epoch());
    tree.put("protocol", evaluation.protocol());
    ArrayNode settings = tree.putArray("settings");
    for (SettingScores scores : evaluation.settings()) {
      ObjectNode row = settings.addObject();
      row.put("setting", scores.setting());
      row.put("queries", scores.queries());
      put(row, "R1", scores.rank1());
      put(row, "R5", scores.rank5());
      put(row, "R10", scores.rank10());
      put(row, "mAP", scores.map());
      put(row, "mINP", scores.minp());
    }
    return tree;
  }

  private static void put(ObjectNode row, String name, double score) {
    if (Double.isFinite(score)) {
      row.put(name, score);
    } else {
      row.putNull(name);
    }
  }

  /** The evaluation in {@code tree}. */
  public Evaluation read(JsonNode tree) {
    List<SettingScores> settings = new ArrayList<>();
    tree.path("settings")
        .forEach(
            row ->
                settings.add(
                    new SettingScores(
                        row.path("setting").asText(),
                        row.path("queries").asInt(),
                        score(row, "R1"),
                        score(row, "R5"),
                        score(row, "R10"),
                        score(row, "mAP"),
                        score(row, "mINP"))));
    return new Evaluation(
        tree.path("step").asLong(),
        tree.path("epoch").asInt(),
        tree.path("protocol").asText(),
        settings);
  }

  private static double score(JsonNode row, String name) {
    return row.path(name).isNumber() ? row.path(name).asDouble() : Double.NaN;
  }
}
