package reidstudio.data.image;

/**
 * Bilinear resizing by its definition: a pixel is the mean of all pixels of the picture, weighted
 * by a triangle around its own place that is as wide as two pixels of the coarser grid.
 */
final class SlowResize {
  private SlowResize() {}

  static double value(Rgb picture, int channel, int x, int y, int width, int height) {
    double sum = 0;
    double weights = 0;
    for (int v = 0; v < picture.height(); v++) {
      double down = weight(v, picture.height(), y, height);
      for (int u = 0; down > 0 && u < picture.width(); u++) {
        double weight = down * weight(u, picture.width(), x, width);
        sum += weight * picture.sample(u, v, channel);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double weight(int in, int from, int out, int to) {
    double scale = from / (double) to;
    double distance = Math.abs((out + 0.5) * scale - (in + 0.5));
    return Math.max(0, 1 - distance / Math.max(1, scale));
  }
}
