package reidstudio.diagnostic.features;

import java.util.List;
import java.util.stream.IntStream;
import reidstudio.data.Modality;

/**
 * Features of several modalities, brought to length 1: how they lie in a plane, how many dimensions
 * they use, how far the modalities lie apart. Plain numbers.
 */
public final class FeatureSpace {
  private final float[][] features;
  private final List<Modality> modalities;
  private final UnitRows all;

  /**
   * @param features N x D, finite, at least one
   * @param modalities of each row
   */
  public FeatureSpace(float[][] features, List<Modality> modalities) {
    if (features.length == 0 || features.length != modalities.size()) {
      throw new IllegalArgumentException(
          "features: " + features.length + ", modalities: " + modalities.size());
    }
    this.features = features;
    this.modalities = List.copyOf(modalities);
    this.all = UnitRows.of(features);
  }

  /**
   * Where the features lie in the plane of their first two principal components.
   *
   * @param coordinates [N][2]
   * @param share of the variance that each axis holds, [2]
   */
  public record Plane(double[][] coordinates, double[] share) {}

  /** See {@link Plane}; a feature of length 0 stays there. */
  public Plane plane() {
    double[][] points = new double[features.length][];
    for (int i = 0; i < points.length; i++) {
      UnitRows one = UnitRows.of(new float[][] {features[i]});
      points[i] = one.size() == 0 ? new double[features[i].length] : one.mean();
    }
    PrincipalPlane plane = PrincipalPlane.of(points);
    return new Plane(plane.coordinates(), plane.share());
  }

  /**
   * Dimensions that the features really use: the exponential of the entropy of their singular
   * values (Roy and Vetterli, 2007; for representations "RankMe" of Garrido et al., 2023); NaN if
   * all features are 0.
   */
  public double effectiveRank() {
    return all.size() == 0 ? Double.NaN : all.effectiveRank();
  }

  /** Root mean square distance of a modality's features from their centre; NaN without any. */
  public double spread(Modality modality) {
    UnitRows rows = rows(modality);
    return rows.size() == 0 ? Double.NaN : rows.spread();
  }

  /** Distance of the centres of two modalities; NaN if one of them is empty. */
  public double distance(Modality one, Modality other) {
    UnitRows a = rows(one);
    UnitRows b = rows(other);
    if (a.size() == 0 || b.size() == 0) {
      return Double.NaN;
    }
    double[] meanA = a.mean();
    double[] meanB = b.mean();
    return Math.sqrt(
        IntStream.range(0, meanA.length)
            .mapToDouble(d -> (meanA[d] - meanB[d]) * (meanA[d] - meanB[d]))
            .sum());
  }

  /**
   * Distance of the centres over the spread within, the root of the mean of both squared spreads: 0
   * where two modalities lie in one place, above 1 where each is an island. The distance of centres
   * is the modality gap of Liang et al. (Mind the Gap, 2022).
   */
  public double gap(Modality one, Modality other) {
    double within = Math.sqrt((square(spread(one)) + square(spread(other))) / 2);
    return distance(one, other) / within;
  }

  private static double square(double value) {
    return value * value;
  }

  private UnitRows rows(Modality modality) {
    return UnitRows.of(
        IntStream.range(0, features.length)
            .filter(i -> modalities.get(i) == modality)
            .mapToObj(i -> features[i])
            .toArray(float[][]::new));
  }

  /** Numbers of a feature. */
  public int width() {
    return features[0].length;
  }
}
