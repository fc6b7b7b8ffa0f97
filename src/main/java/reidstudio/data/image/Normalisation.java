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

  /** Writes the numbers of {@code count} values, each 0 to 255. */
  void write(int channel, int[] values, int from, float[] out, int at, int count) {
    write(table[channel], values, from, out, at, count);
  }

  /** Writes the numbers of {@code count} unsigned bytes. */
  void write(int channel, byte[] values, int from, float[] out, int at, int count) {
    write(table[channel], values, from, out, at, count);
  }

  /** Writes the numbers of {@code count} unsigned bytes, backwards from {@code from}. */
  void mirror(int channel, byte[] values, int from, float[] out, int at, int count) {
    mirror(table[channel], values, from, out, at, count);
  }

  private static void write(float[] table, int[] in, int from, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = table[in[from + i]];
    }
  }

  private static void write(float[] table, byte[] in, int from, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = table[in[from + i] & 0xFF];
    }
  }

  private static void mirror(float[] table, byte[] in, int from, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = table[in[from - i] & 0xFF];
    }
  }
}
