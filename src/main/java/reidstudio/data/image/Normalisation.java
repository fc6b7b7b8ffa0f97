package reidstudio.data.image;

import reidstudio.config.ChannelConfig;

/**
 * Pixel values to numbers of about zero mean and unit variance: {@code (value / 255 - mean) / std}
 * for each channel.
 */
final class Normalisation {
  private static final int VALUES = 256;
  private static final double WHITE = 255;

  private final float[][] table = new float[Rgb.CHANNELS][VALUES];

  Normalisation(ChannelConfig config) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      double mean = config.mean().get(channel);
      double deviation = config.std().get(channel);
      for (int value = 0; value < VALUES; value++) {
        table[channel][value] = (float) ((value / WHITE - mean) / deviation);
      }
    }
  }

  /** The numbers of one channel by pixel value. */
  float[] channel(int channel) {
    return table[channel];
  }
}
