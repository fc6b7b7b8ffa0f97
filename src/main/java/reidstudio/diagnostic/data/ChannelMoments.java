package reidstudio.diagnostic.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import reidstudio.data.image.Rgb;

/**
 * How the numbers of one colour are spread.
 *
 * @param mean of them
 * @param deviation root mean square distance from it
 */
record ChannelMoments(double mean, double deviation) {

  /**
   * Red, green and blue of pictures in pieces.
   *
   * @param pieces each [n, 3, H, W] flattened
   * @param plane H times W
   */
  static List<ChannelMoments> of(List<FloatBuffer> pieces, int plane) {
    List<ChannelMoments> channels = new ArrayList<>();
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      double[] sums = new double[2];
      long count = 0;
      for (FloatBuffer piece : pieces) {
        count += add(piece, plane, channel, sums);
      }
      double mean = sums[0] / count;
      channels.add(new ChannelMoments(mean, Math.sqrt(Math.max(0, sums[1] / count - mean * mean))));
    }
    return channels;
  }

  /** Adds values and squares of one channel; returns how many. */
  private static long add(FloatBuffer piece, int plane, int channel, double[] sums) {
    long count = 0;
    for (int at = channel * plane; at < piece.capacity(); at += Rgb.CHANNELS * plane) {
      for (int i = at; i < at + plane; i++) {
        double value = piece.get(i);
        sums[0] += value;
        sums[1] += value * value;
      }
      count += plane;
    }
    return count;
  }
}
