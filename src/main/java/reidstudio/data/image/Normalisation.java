package reidstudio.data.image;

/**
 * Pixel values to numbers of about zero mean and unit variance: {@code (value / 255 - mean) / std}
 * for each channel.
 */
final class Normalisation {
  // mean and standard deviation of the pictures that CLIP was trained on; fits photos in general
  private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] STD = {0.26862954, 0.26130258, 0.27577711};

  private final float[][] table = new float[Rgb.CHANNELS][256];

  Normalisation() {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int value = 0; value < 256; value++) {
        table[channel][value] = (float) ((value / 255.0 - MEAN[channel]) / STD[channel]);
      }
    }
  }

  /** The numbers of one channel by pixel value. */
  float[] channel(int channel) {
    return table[channel];
  }
}
