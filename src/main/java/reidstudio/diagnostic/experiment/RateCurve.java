package reidstudio.diagnostic.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Loss against a growing learning rate, smoothed by a bias-corrected exponential mean (Smith 2017,
 * in the form of fastai's finder).
 */
final class RateCurve {
  /**
   * One point.
   *
   * @param rate with which the step after it was made
   * @param loss smoothed
   */
  record Point(double rate, double loss) {}

  /** A mean over about five steps: of twelve in a decade few enough not to shift the curve. */
  private static final double MEMORY = 0.8;

  /** Steps on each side over which a slope is taken. */
  private static final int REACH = 3;

  /** The finder of fastai stops where the loss is four times the best. */
  private static final double DIVERGED = 4;

  private final List<Point> points = new ArrayList<>();
  private double mean;
  private double best = Double.POSITIVE_INFINITY;
  private OptionalDouble divergence = OptionalDouble.empty();

  /** Adds what was seen at {@code rate}; returns whether it makes sense to go on. */
  boolean add(double rate, double loss) {
    mean = MEMORY * mean + (1 - MEMORY) * loss;
    double smoothed = mean / (1 - Math.pow(MEMORY, points.size() + 1.0));
    if (!Double.isFinite(loss) || smoothed > DIVERGED * best) {
      divergence = OptionalDouble.of(rate);
      return false;
    }
    best = Math.min(best, smoothed);
    points.add(new Point(rate, smoothed));
    return true;
  }

  /** The rate at which the loss ran away or stopped being a number. */
  OptionalDouble divergence() {
    return divergence;
  }

  /** The smallest smoothed loss. */
  double best() {
    return best;
  }

  /** By how much the smoothed loss fell from its first value, as a share of that. */
  double fall() {
    return points.isEmpty() ? 0 : 1 - best / points.get(0).loss();
  }

  /**
   * The rate at which the loss falls fastest for a factor in rate; NaN if there are too few points
   * for a slope.
   */
  double steepest() {
    double rate = Double.NaN;
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = REACH; i < points.size() - REACH; i++) {
      double slope = points.get(i + REACH).loss() - points.get(i - REACH).loss();
      if (slope < lowest) {
        lowest = slope;
        rate = points.get(i).rate();
      }
    }
    return rate;
  }

  /** All points, in the order in which they were added. */
  List<Point> points() {
    return points;
  }

  /** The first point of each decade of rates, and the last of all: the curve at a glance. */
  List<Point> decades() {
    List<Point> chosen = new ArrayList<>();
    double next = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      if (point.rate() >= next) {
        chosen.add(point);
        next = point.rate() * 10 * (1 - 1e-9);
      }
    }
    if (!points.isEmpty() && !chosen.contains(points.get(points.size() - 1))) {
      chosen.add(points.get(points.size() - 1));
    }
    return chosen;
  }
}
