package reidstudio.data.image;

import java.util.Arrays;

/** Brings pictures to one size; the aspect ratio is not kept, as is usual in the field. */
final class Resize {
  private final int width;
  private final int height;

  Resize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The picture in the wanted size; the same object if it has it. */
  Rgb apply(Rgb picture) {
    if (picture.width() == width && picture.height() == height) {
      return picture;
    }
    float[] narrow = columns(picture, new AxisWeights(picture.width(), width));
    return new Rgb(width, height, rows(narrow, new AxisWeights(picture.height(), height)));
  }

  private float[] columns(Rgb picture, AxisWeights axis) {
    byte[] in = picture.raw();
    float[] out = new float[picture.height() * width * Rgb.CHANNELS];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      int row = y * picture.width();
      for (int x = 0; x < width; x++) {
        float[] weights = axis.weights(x);
        int from = (row + axis.first(x)) * Rgb.CHANNELS;
        float red = 0;
        float green = 0;
        float blue = 0;
        for (float weight : weights) {
          red += weight * (in[from] & 0xFF);
          green += weight * (in[from + 1] & 0xFF);
          blue += weight * (in[from + 2] & 0xFF);
          from += Rgb.CHANNELS;
        }
        out[at++] = red;
        out[at++] = green;
        out[at++] = blue;
      }
    }
    return out;
  }

  private byte[] rows(float[] in, AxisWeights axis) {
    int stride = width * Rgb.CHANNELS;
    byte[] out = new byte[height * stride];
    float[] sum = new float[stride];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0.5f); // rounds when the fraction is cut
      float[] weights = axis.weights(y);
      for (int j = 0; j < weights.length; j++) {
        int from = (axis.first(y) + j) * stride;
        for (int i = 0; i < stride; i++) {
          sum[i] += weights[j] * in[from + i];
        }
      }
      for (int i = 0; i < stride; i++) {
        out[y * stride + i] = (byte) Math.min(255, (int) sum[i]);
      }
    }
    return out;
  }
}
