package reidstudio.diagnostic.sdm;

import java.util.Arrays;
import reidstudio.config.SdmForm;

/**
 * A block of cosines between queries and gallery, and SDM of it straight from the definition, by
 * loops over doubles.
 */
public final class CosineBlock {
  /** Keeps a target of 0 from an infinite divergence, as in the published form. */
  private static final double GUARD = 1e-8;

  /** A row is decided if one column has this probability. */
  private static final double DECIDED = 0.99;

  private final double[][] cosines;
  private final boolean[][] matches;

  private CosineBlock(double[][] cosines, boolean[][] matches) {
    this.cosines = cosines;
    this.matches = matches;
  }

  /**
   * Of features of any length.
   *
   * @param query N x D
   * @param queryLabels N identities
   * @param gallery M x D
   * @param galleryLabels M identities
   */
  public static CosineBlock of(
      float[][] query, int[] queryLabels, float[][] gallery, int[] galleryLabels) {
    double[][] cosines = new double[query.length][gallery.length];
    boolean[][] matches = new boolean[query.length][gallery.length];
    for (int i = 0; i < query.length; i++) {
      for (int j = 0; j < gallery.length; j++) {
        cosines[i][j] = cosine(query[i], gallery[j]);
        matches[i][j] = queryLabels[i] == galleryLabels[j];
      }
    }
    return new CosineBlock(cosines, matches);
  }

  private static double cosine(float[] one, float[] other) {
    double dot = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * (double) other[i];
      first += one[i] * (double) one[i];
      second += other[i] * (double) other[i];
    }
    return dot == 0 ? 0 : dot / Math.sqrt(first * second);
  }

  /** The same matches with cosine 1 where they match and {@code negative} elsewhere. */
  CosineBlock ideal(double negative) {
    double[][] ideal = new double[matches.length][];
    for (int i = 0; i < matches.length; i++) {
      ideal[i] = new double[matches[i].length];
      for (int j = 0; j < ideal[i].length; j++) {
        ideal[i][j] = matches[i][j] ? 1 : negative;
      }
    }
    return new CosineBlock(ideal, matches);
  }

  /** Whether any row has a positive. */
  boolean hasMatch() {
    return Arrays.stream(matches).anyMatch(row -> positives(row) > 0);
  }

  /** The cosines, N x M. */
  public double[][] cosines() {
    return cosines;
  }

  /** SDM of each query row; NaN where it has no positive. */
  public double[] rowLosses(SdmForm form, double temperature) {
    double[] losses = new double[cosines.length];
    for (int i = 0; i < losses.length; i++) {
      int positives = positives(matches[i]);
      losses[i] =
          positives == 0
              ? Double.NaN
              : row(form, logProbability(cosines[i], temperature), matches[i], positives);
    }
    return losses;
  }

  /** Mean cosine of pairs that do not match; NaN if all do. */
  double meanNegative() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < cosines[i].length; j++) {
        if (!matches[i][j]) {
          sum += cosines[i][j];
          count++;
        }
      }
    }
    return sum / count;
  }

  /** The largest logit by magnitude. */
  double largestLogit(double temperature) {
    return Arrays.stream(cosines).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0)
        / temperature;
  }

  /** SDM of the block; 0 without a match. */
  double loss(SdmForm form, double temperature) {
    CosineBlock back = transposed();
    double sum = direction(form, temperature) + back.direction(form, temperature);
    return form == SdmForm.CROSS_ENTROPY ? sum / 2 : sum;
  }

  /** Share of the rows with a positive, of both directions, in which one column takes it all. */
  double decidedShare(double temperature) {
    CosineBlock back = transposed();
    int rows = validRows() + back.validRows();
    return rows == 0
        ? 0
        : (decidedRows(temperature) + back.decidedRows(temperature)) / (double) rows;
  }

  private double direction(SdmForm form, double temperature) {
    return Arrays.stream(rowLosses(form, temperature))
        .filter(loss -> !Double.isNaN(loss))
        .average()
        .orElse(0);
  }

  private static double row(SdmForm form, double[] logProbability, boolean[] match, int positives) {
    double sum = 0;
    for (int j = 0; j < logProbability.length; j++) {
      double target = match[j] ? 1.0 / positives : 0;
      sum +=
          switch (form) {
            case CROSS_ENTROPY -> match[j] ? -target * logProbability[j] : 0;
            case KL_DIVERGENCE ->
                Math.exp(logProbability[j]) * (logProbability[j] - Math.log(target + GUARD));
          };
    }
    return sum;
  }

  private int decidedRows(double temperature) {
    int decided = 0;
    for (int i = 0; i < cosines.length; i++) {
      double largest =
          Math.exp(
              Arrays.stream(logProbability(cosines[i], temperature))
                  .max()
                  .orElse(Double.NEGATIVE_INFINITY));
      decided += positives(matches[i]) > 0 && largest > DECIDED ? 1 : 0;
    }
    return decided;
  }

  private static double[] logProbability(double[] cosines, double temperature) {
    double largest = Arrays.stream(cosines).max().orElse(0);
    double sum = 0;
    for (double cosine : cosines) {
      sum += Math.exp((cosine - largest) / temperature);
    }
    double normaliser = largest / temperature + Math.log(sum);
    return Arrays.stream(cosines).map(cosine -> cosine / temperature - normaliser).toArray();
  }

  private int validRows() {
    return (int) Arrays.stream(matches).filter(row -> positives(row) > 0).count();
  }

  private static int positives(boolean[] row) {
    int count = 0;
    for (boolean match : row) {
      count += match ? 1 : 0;
    }
    return count;
  }

  /** The same from the gallery's side. */
  public CosineBlock transposed() {
    int rows = cosines.length == 0 ? 0 : cosines[0].length;
    double[][] turned = new double[rows][cosines.length];
    boolean[][] turnedMatches = new boolean[rows][cosines.length];
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < rows; j++) {
        turned[j][i] = cosines[i][j];
        turnedMatches[j][i] = matches[i][j];
      }
    }
    return new CosineBlock(turned, turnedMatches);
  }
}
