package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.FeatureMap;
import reidstudio.ui.chart.Palette;
import reidstudio.ui.chart.ScatterPoints;

/** What the colours of a map of features stand for. Shapes always stand for modalities. */
enum MapColoring {
  /** A colour for each modality. */
  MODALITY {
    @Override
    int color(FeatureMap map, int point, int modality, List<Integer> people) {
      return modality;
    }
  },
  /** A colour for each of the people with most features; the others stand behind. */
  PERSON {
    @Override
    int color(FeatureMap map, int point, int modality, List<Integer> people) {
      int place = people.indexOf(map.identities()[point]);
      return place < 0 ? ScatterPoints.FAINT : place;
    }
  };

  static final List<String> MODALITIES = List.of("vis", "nir", "cp", "sk", "text");

  abstract int color(FeatureMap map, int point, int modality, List<Integer> people);

  /** The map's points; those in front of others are drawn last. */
  ScatterPoints points(EvaluationDetail detail) {
    FeatureMap map = detail.map();
    int size = map.size();
    double[] x = new double[size];
    double[] y = new double[size];
    int[] colors = new int[size];
    int[] shapes = new int[size];
    List<Integer> people = people(map);
    for (int i = 0; i < size; i++) {
      x[i] = map.x()[i];
      y[i] = map.y()[i];
      String word = detail.items().items().get(map.items()[i]).modality();
      shapes[i] = Math.max(0, MODALITIES.indexOf(word));
      colors[i] = color(map, i, shapes[i], people);
    }
    return new ScatterPoints(x, y, colors, shapes);
  }

  /** Numbers of those who have a colour, at most as many as there are colours. */
  static List<Integer> people(FeatureMap map) {
    Map<Integer, Integer> points = new HashMap<>();
    for (int identity : map.identities()) {
      points.merge(identity, 1, Integer::sum);
    }
    List<Integer> people = new ArrayList<>(points.keySet());
    people.sort(
        Comparator.<Integer>comparingInt(points::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return people.stream().limit(Palette.size()).toList();
  }
}
