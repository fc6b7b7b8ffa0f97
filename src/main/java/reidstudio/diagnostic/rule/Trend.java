package reidstudio.diagnostic.rule;

/**
 * The straight line that lies closest to the newest medians of a quantity, by least squares.
 *
 * @param slope change from one median to the next
 * @param error standard error of {@code slope}, from how far the medians lie off the line; medians
 *     of neighbouring windows that depend on each other make it too small
 */
record Trend(double slope, double error) {
  /** Through the newest {@code count} medians, at least 3. */
  static Trend of(Windows windows, int count) {
    double middle = (count - 1) / 2.0;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += windows.back(i) / count;
    }
    double squares = 0;
    double products = 0;
    double deviations = 0;
    for (int i = 0; i < count; i++) {
      double time = middle - i;
      double value = windows.back(i) - mean;
      squares += time * time;
      products += time * value;
      deviations += value * value;
    }
    double slope = products / squares;
    double unexplained = Math.max(0, deviations - slope * products);
    return new Trend(slope, Math.sqrt(unexplained / (count - 2) / squares));
  }

  /** Whether the slope, {@code sigmas} errors to either side included, is below {@code least}. */
  boolean isFlatter(double least, double sigmas) {
    return Math.abs(slope) + sigmas * error < least;
  }
}
