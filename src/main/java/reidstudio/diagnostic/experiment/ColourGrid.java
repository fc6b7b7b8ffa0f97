package reidstudio.diagnostic.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.image.ImageDecoder;
import reidstudio.data.image.Rgb;

/**
 * Mean colours of a coarse grid over a picture: features that no label ever touched. The outer
 * columns are left out, they show where somebody walked rather than what somebody wore; and each
 * channel is divided by its mean over the picture, which takes out the light (grey world, Buchsbaum
 * 1980).
 */
final class ColourGrid {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 12;
  private static final int MARGIN = 2;

  private final ImageDecoder decoder = new ImageDecoder(WIDTH, HEIGHT);

  /**
   * Mean colours relative to the picture's own, row by row.
   *
   * @throws IOException if the picture cannot be decoded
   */
  float[] of(Path picture) throws IOException {
    Rgb small = decoder.decode(picture);
    float[] values = new float[(WIDTH - 2 * MARGIN) * HEIGHT * Rgb.CHANNELS];
    int at = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = MARGIN; x < WIDTH - MARGIN; x++) {
        for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
          values[at++] = small.sample(x, y, channel);
        }
      }
    }
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      divideByMean(values, channel);
    }
    return values;
  }

  private static void divideByMean(float[] values, int channel) {
    double sum = 0;
    for (int i = channel; i < values.length; i += Rgb.CHANNELS) {
      sum += values[i];
    }
    float mean = (float) (sum * Rgb.CHANNELS / values.length);
    for (int i = channel; i < values.length; i += Rgb.CHANNELS) {
      values[i] /= mean + 1;
    }
  }

  /**
   * The same rows with every column at mean 0 and deviation 1, then each row at length 1: what is
   * common to all pictures must not make any two alike.
   */
  static List<float[]> comparable(List<float[]> rows) {
    int width = rows.get(0).length;
    double[] mean = new double[width];
    double[] squares = new double[width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        mean[i] += row[i] / (double) rows.size();
      }
    }
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        squares[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
      }
    }
    List<float[]> comparable = new ArrayList<>();
    for (float[] row : rows) {
      float[] out = new float[width];
      double length = 0;
      for (int i = 0; i < width; i++) {
        out[i] = (float) ((row[i] - mean[i]) / Math.sqrt(squares[i] + 1e-12));
        length += out[i] * (double) out[i];
      }
      float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-24)));
      for (int i = 0; i < width; i++) {
        out[i] *= scale;
      }
      comparable.add(out);
    }
    return comparable;
  }
}
