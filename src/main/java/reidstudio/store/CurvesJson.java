package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.FeatureGeometry;
import reidstudio.event.ModalityDistance;
import reidstudio.event.RankingCurve;

/** The curves of an evaluation as JSON; a number that is not known is null. */
final class CurvesJson {
  /** Adds gallery, curves[] and geometry to {@code tree}. */
  void write(EvaluationCurves curves, ObjectNode tree) {
    tree.put("gallery", curves.gallery());
    ArrayNode rows = tree.putArray("curves");
    for (RankingCurve curve : curves.curves()) {
      ObjectNode row = rows.addObject();
      row.put("setting", curve.setting());
      put(row, "chanceMAP", curve.chanceMap());
      numbers(row.putArray("cmc"), curve.cmc());
      numbers(row.putArray("chanceCmc"), curve.chance());
    }
    curves.geometry().ifPresent(geometry -> write(geometry, tree.putObject("geometry")));
  }

  private static void write(FeatureGeometry geometry, ObjectNode tree) {
    tree.put("points", geometry.points());
    tree.put("ofPoints", geometry.ofPoints());
    tree.put("width", geometry.width());
    put(tree, "effectiveRank", geometry.effectiveRank());
    put(tree, "varianceX", geometry.varianceX());
    put(tree, "varianceY", geometry.varianceY());
    ArrayNode rows = tree.putArray("fromVisible");
    for (ModalityDistance distance : geometry.distances()) {
      ObjectNode row = rows.addObject();
      row.put("modality", distance.modality());
      put(row, "distance", distance.distance());
      put(row, "gap", distance.gap());
    }
  }

  private static void numbers(ArrayNode into, double[] values) {
    for (double value : values) {
      into.add(value);
    }
  }

  private static void put(ObjectNode row, String name, double value) {
    if (Double.isFinite(value)) {
      row.put(name, value);
    } else {
      row.putNull(name);
    }
  }

  /** What {@link #write} wrote. */
  EvaluationCurves read(JsonNode tree) {
    List<RankingCurve> curves = new ArrayList<>();
    for (JsonNode row : tree.path("curves")) {
      curves.add(
          new RankingCurve(
              row.path("setting").asText(),
              numbers(row.path("cmc")),
              numbers(row.path("chanceCmc")),
              number(row, "chanceMAP")));
    }
    return new EvaluationCurves(
        tree.path("gallery").asInt(),
        curves,
        tree.path("geometry").isObject()
            ? Optional.of(geometry(tree.path("geometry")))
            : Optional.empty());
  }

  private static FeatureGeometry geometry(JsonNode tree) {
    List<ModalityDistance> distances = new ArrayList<>();
    for (JsonNode row : tree.path("fromVisible")) {
      distances.add(
          new ModalityDistance(
              row.path("modality").asText(), number(row, "distance"), number(row, "gap")));
    }
    return new FeatureGeometry(
        tree.path("points").asInt(),
        tree.path("ofPoints").asInt(),
        tree.path("width").asInt(),
        number(tree, "effectiveRank"),
        number(tree, "varianceX"),
        number(tree, "varianceY"),
        distances);
  }

  private static double[] numbers(JsonNode row) {
    double[] numbers = new double[row.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.path(i).asDouble(Double.NaN);
    }
    return numbers;
  }

  private static double number(JsonNode row, String name) {
    return row.path(name).isNumber() ? row.path(name).asDouble() : Double.NaN;
  }
}
