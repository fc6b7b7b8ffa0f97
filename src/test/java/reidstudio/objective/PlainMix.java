package reidstudio.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import reidstudio.config.SdmForm;
import reidstudio.data.Modality;
import reidstudio.loss.PlainSdm;

/**
 * ReID5o's mix by loops over doubles: 16 features, each a list of rows, and the published sums over
 * them. Shares nothing with the tensor form but the stand-in for the model.
 */
final class PlainMix {
  private static final Modality[] OTHERS = {Modality.TEXT, Modality.SK, Modality.CP, Modality.NIR};

  /** Rows of one feature. */
  private static final class Feature {
    final List<double[]> rows = new ArrayList<>();
    final List<Integer> labels = new ArrayList<>();
    int arity;

    double[][] matrix() {
      return rows.toArray(double[][]::new);
    }

    int[] ids() {
      return labels.stream().mapToInt(i -> i).toArray();
    }
  }

  private interface Measure {
    double of(double[][] query, int[] queryIds, double[][] gallery, int[] galleryIds);
  }

  private final Scene scene;
  private final Feature visible = new Feature();
  private final List<Feature> combinations = new ArrayList<>();

  PlainMix(Scene scene) {
    this.scene = scene;
    for (int row = 0; row < scene.labels.size(); row++) {
      if (scene.modalities.get(row) == Modality.VIS) {
        visible.rows.add(scene.items.get(row));
        visible.labels.add(scene.labels.get(row));
      }
    }
    for (int bits = 1; bits < 16; bits++) {
      combinations.add(combination(bits));
    }
  }

  private Feature combination(int bits) {
    Feature feature = new Feature();
    feature.arity = Integer.bitCount(bits);
    for (int label : new TreeSet<>(scene.labels)) {
      List<double[]> members = new ArrayList<>();
      for (int m = 0; m < OTHERS.length; m++) {
        double[] first = first(label, OTHERS[m]);
        if ((bits & 1 << m) != 0 && first != null) {
          members.add(first);
        }
      }
      if (members.size() == feature.arity) {
        feature.rows.add(members.size() == 1 ? members.get(0) : Scene.fuse(members));
        feature.labels.add(label);
      }
    }
    return feature;
  }

  private double[] first(int label, Modality modality) {
    for (int row = 0; row < scene.labels.size(); row++) {
      if (scene.labels.get(row) == label && scene.modalities.get(row) == modality) {
        return scene.items.get(row);
      }
    }
    return null;
  }

  double crossEntropy(double smoothing) {
    return meanOverFeatures(
        (row, label) -> {
          double[] logits = Scene.logits(row);
          double total = 0;
          for (double logit : logits) {
            total += Math.exp(logit);
          }
          double sum = 0;
          for (int c = 0; c < logits.length; c++) {
            double target = (c == label ? 1 - smoothing : 0) + smoothing / logits.length;
            sum -= target * (logits[c] - Math.log(total));
          }
          return sum;
        });
  }

  double accuracy() {
    return meanOverFeatures(
        (row, label) -> {
          double[] logits = Scene.logits(row);
          int best = 0;
          for (int c = 1; c < logits.length; c++) {
            best = logits[c] > logits[best] ? c : best;
          }
          return best == label ? 1 : 0;
        });
  }

  private interface OfRow {
    double of(double[] row, int label);
  }

  private double meanOverFeatures(OfRow ofRow) {
    double sum = 0;
    int features = 0;
    List<Feature> all = new ArrayList<>(combinations);
    all.add(visible);
    for (Feature feature : all) {
      if (!feature.rows.isEmpty()) {
        double own = 0;
        for (int i = 0; i < feature.rows.size(); i++) {
          own += ofRow.of(feature.rows.get(i), feature.labels.get(i));
        }
        sum += own / feature.rows.size();
        features++;
      }
    }
    return sum / features;
  }

  /** Empty if no combination found a pair. */
  OptionalDouble sdm(SdmForm form, double temperature) {
    return sumOfMeans(new PlainSdm(form, temperature)::loss);
  }

  /** SDM if all features were equal. */
  OptionalDouble chance(SdmForm form) {
    PlainSdm sdm = new PlainSdm(form, 1);
    return sumOfMeans((q, qIds, g, gIds) -> sdm.loss(ones(q.length), qIds, ones(g.length), gIds));
  }

  /** SDM of {@link SdmForm#CROSS_ENTROPY} if each row's mass lay evenly on its positives. */
  OptionalDouble floor() {
    return sumOfMeans((q, qIds, g, gIds) -> (entropy(qIds, gIds) + entropy(gIds, qIds)) / 2);
  }

  private static double entropy(int[] from, int[] to) {
    double sum = 0;
    int valid = 0;
    for (int own : from) {
      int positives = 0;
      for (int other : to) {
        positives += other == own ? 1 : 0;
      }
      if (positives > 0) {
        sum += Math.log(positives);
        valid++;
      }
    }
    return sum / valid;
  }

  private OptionalDouble sumOfMeans(Measure measure) {
    double total = 0;
    boolean any = false;
    for (int arity = 1; arity <= 4; arity++) {
      double sum = 0;
      int pairing = 0;
      for (Feature feature : combinations) {
        if (feature.arity == arity && hasPair(feature)) {
          sum += measure.of(feature.matrix(), feature.ids(), visible.matrix(), visible.ids());
          pairing++;
        }
      }
      if (pairing > 0) {
        total += sum / pairing;
        any = true;
      }
    }
    return any ? OptionalDouble.of(total) : OptionalDouble.empty();
  }

  /** A single pair can tell nothing apart. */
  private boolean hasPair(Feature feature) {
    boolean pair = feature.labels.stream().anyMatch(visible.labels::contains);
    return pair && feature.labels.size() + visible.labels.size() > 2;
  }

  private static double[][] ones(int rows) {
    double[][] ones = new double[rows][1];
    for (double[] row : ones) {
      row[0] = 1;
    }
    return ones;
  }
}
