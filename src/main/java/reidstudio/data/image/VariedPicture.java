package reidstudio.data.image;

import java.nio.FloatBuffer;

/**
 * The place of one picture among the numbers of a batch: CHW, normalised and varied. It is filled
 * from a picture in memory, or row by row while a file is decoded; both give the same numbers.
 */
public final class VariedPicture implements RowSink {
  private final Variation variation;
  private final Normalisation numbers;
  private final int width;
  private final int height;
  private final FloatBuffer out;
  private final int offset;
  private final int left;
  private final int right;

  /** The row that is being written, brought to its place in one piece. */
  private final float[] line;

  /** What padding and erased places are set to: the mean colour, 0. */
  private final float[] neutral;

  VariedPicture(
      Variation variation,
      Normalisation numbers,
      int width,
      int height,
      FloatBuffer out,
      int offset) {
    this.variation = variation;
    this.numbers = numbers;
    this.width = width;
    this.height = height;
    this.out = out;
    this.offset = offset;
    this.left = Math.min(width, Math.max(0, -variation.dx()));
    this.right = Math.max(left, Math.min(width, width - variation.dx()));
    this.line = new float[width];
    this.neutral = new float[width];
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
      numbers.write(channel, values, from, line, 0, right - left);
      out.put(at(channel, to) + left, line, 0, right - left);
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
      numbers.mirror(channel, picture.raw(), row + width - 1 - x, line, 0, right - left);
    } else {
      numbers.write(channel, picture.raw(), row + x, line, 0, right - left);
    }
    out.put(at, line, 0, right - left);
  }

  /** Makes neutral what shows nothing of the picture; after the last row. */
  void finish() {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int y = 0; y < height; y++) {
        int at = at(channel, y);
        boolean outside = y + variation.dy() < 0 || y + variation.dy() >= height;
        out.put(at, neutral, 0, outside ? width : left);
        out.put(at + right, neutral, 0, width - right);
      }
    }
    variation.erased().ifPresent(this::erase);
  }

  private void erase(Variation.Erased erased) {
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      for (int y = erased.top(); y < erased.top() + erased.height(); y++) {
        int from = at(channel, y) + erased.left();
        out.put(from, neutral, 0, erased.width());
      }
    }
  }

  private int at(int channel, int y) {
    return offset + (channel * height + y) * width;
  }
}
