package reidstudio.data.image;

import java.util.Arrays;

/**
 * The place of one picture among the numbers of a batch: CHW, normalised and varied. It is filled
 * from a picture in memory, or row by row while a file is decoded; both give the same numbers.
 */
public final class VariedPicture implements RowSink {
  /** What padding and erased places are set to: the mean colour. */
  private static final float NEUTRAL = 0;

  private final Variation variation;
  private final Normalisation numbers;
  private final int width;
  private final int height;
  private final float[] out;
  private final int offset;
  private final int left;
  private final int right;

  VariedPicture(
      Variation variation, Normalisation numbers, int width, int height, float[] out, int offset) {
    this.variation = variation;
    this.numbers = numbers;
    this.width = width;
    this.height = height;
    this.out = out;
    this.offset = offset;
    this.left = Math.min(width, Math.max(0, -variation.dx()));
    this.right = Math.max(left, Math.min(width, width - variation.dx()));
  }

  /** Bytes of such a picture in memory before it is normalised. */
  int bytes() {
    return Rgb.CHANNELS * width * height;
  }

  /** Whether rows are wanted from right to left. */
  boolean isMirrored() {
    return variation.mirrored();
  }

  /** Takes a row, mirrored already if that is wanted. */
  @Override
  public void row(int y, int[] values) {
    int to = y - variation.dy();
    if (to < 0 || to >= height) {
      return;
    }
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      int from = channel * width + left + variation.dx();
      numbers.write(channel, values, from, out, at(channel, to) + left, right - left);
    }
  }

  /** Takes a whole picture. */
  void write(Rgb picture) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int y = 0; y < height; y++) {
        int fromY = y + variation.dy();
        if (fromY >= 0 && fromY < height) {
          row(picture, channel, fromY, at(channel, y) + left);
        }
      }
    }
    finish();
  }

  private void row(Rgb picture, int channel, int y, int at) {
    int row = (channel * height + y) * width;
    int x = left + variation.dx();
    if (variation.mirrored()) {
      numbers.mirror(channel, picture.raw(), row + width - 1 - x, out, at, right - left);
    } else {
      numbers.write(channel, picture.raw(), row + x, out, at, right - left);
    }
  }

  /** Makes neutral what shows nothing of the picture; after the last row. */
  void finish() {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int y = 0; y < height; y++) {
        int at = at(channel, y);
        boolean outside = y + variation.dy() < 0 || y + variation.dy() >= height;
        Arrays.fill(out, at, at + (outside ? width : left), NEUTRAL);
        Arrays.fill(out, at + right, at + width, NEUTRAL);
      }
    }
    variation.erased().ifPresent(this::erase);
  }

  private void erase(Variation.Erased erased) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int y = erased.top(); y < erased.top() + erased.height(); y++) {
        int from = at(channel, y) + erased.left();
        Arrays.fill(out, from, from + erased.width(), NEUTRAL);
      }
    }
  }

  private int at(int channel, int y) {
    return offset + (channel * height + y) * width;
  }
}
