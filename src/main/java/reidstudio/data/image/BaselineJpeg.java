package reidstudio.data.image;

import java.util.Arrays;
import java.util.List;

/**
 * Decodes JPEG files of the usual kind to what the JDK makes of them, bit for bit, but column by
 * column, so that no picture of the file's size is ever made. What is unusual or damaged is left to
 * another decoder. Keeps its memory for the next file.
 *
 * <p>Thread: one at a time.
 */
final class BaselineJpeg implements PixelColumns {
  /** Larger pictures are rare, and their memory is not worth keeping. */
  private static final long MOST_PIXELS = 2_000_000;

  private static final int SIDE = 8;

  private final HuffmanTables tables = new HuffmanTables();
  private final JpegBits bits = new JpegBits();
  private final InverseCosine cosine = new InverseCosine();
  private final int[] block = new int[SIDE * SIDE];
  private final ColourColumn chroma = new ColourColumn();

  /** Samples of each colour, column after column of whole units. */
  private final int[][] planes = new int[3][0];

  private final int[] strides = new int[3];
  private final int[] sizes = new int[3];
  private int[] bright = {};
  private int[] colours = {};
  private final int[] means = new int[3];
  private int width;
  private int height;
  private int across;
  private int down;
  private boolean isGrey;
  private boolean isRgb;

  /**
   * Reads the first {@code end} of {@code bytes}.
   *
   * @throws UnusualJpegException if another decoder has to
   */
  void read(byte[] bytes, int end) throws UnusualJpegException {
    JpegHeader header = new JpegHeader(bytes, end, tables);
    width = header.width();
    height = header.height();
    if ((long) width * height > MOST_PIXELS) {
      throw new UnusualJpegException();
    }
    across = header.across();
    down = header.down();
    isGrey = header.components().size() == 1;
    isRgb = header.isRgb();
    chroma.size(ceil(width, across), ceil(height, down), down);
    int unitsAcross = ceil(width, SIDE * across);
    int unitsDown = ceil(height, SIDE * down);
    reserve(header.components(), unitsAcross, unitsDown);
    bits.start(bytes, header.scanStart(), end);
    units(header, unitsAcross, unitsDown);
    bits.endPicture();
    clamp(planes[0], sizes[0]);
    if (!isGrey) {
      joinColours(planes[1], planes[2], sizes[1]);
    }
  }

  /** All at once, as vectors: faster than sample by sample where they are made. */
  private static void clamp(int[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = YccToRgb.clamped(samples[i]);
    }
  }

  /** The second colour joins the first one in its numbers. */
  private static void joinColours(int[] first, int[] second, int count) {
    for (int i = 0; i < count; i++) {
      first[i] = YccToRgb.clamped(first[i]) | (YccToRgb.clamped(second[i]) << ColourColumn.SECOND);
    }
  }

  private static int ceil(int number, int step) {
    return (number + step - 1) / step;
  }

  private void reserve(List<JpegHeader.Component> components, int unitsAcross, int unitsDown) {
    for (int i = 0; i < components.size(); i++) {
      strides[i] = unitsDown * components.get(i).down() * SIDE;
      int size = strides[i] * unitsAcross * components.get(i).across() * SIDE;
      sizes[i] = size;
      if (planes[i].length < size) {
        planes[i] = new int[size];
      }
    }
  }

  private void units(JpegHeader header, int unitsAcross, int unitsDown)
      throws UnusualJpegException {
    int restartInterval = header.restartInterval();
    Arrays.fill(means, 0);
    int unit = 0;
    for (int y = 0; y < unitsDown; y++) {
      for (int x = 0; x < unitsAcross; x++) {
        if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
          bits.restart(unit / restartInterval - 1);
          Arrays.fill(means, 0);
        }
        unit(header.components(), x, y);
        unit++;
      }
    }
  }

  private void unit(List<JpegHeader.Component> components, int x, int y)
      throws UnusualJpegException {
    for (int i = 0; i < components.size(); i++) {
      JpegHeader.Component component = components.get(i);
      int[] steps = component.quantisation();
      for (int v = 0; v < component.down(); v++) {
        for (int h = 0; h < component.across(); h++) {
          Arrays.fill(block, 0);
          int last = bits.block(component, means[i], block);
          means[i] = block[0];
          block[0] *= steps[0];
          int column = (x * component.across() + h) * SIDE;
          int row = (y * component.down() + v) * SIDE;
          cosine.apply(block, last, planes[i], column * strides[i] + row, strides[i]);
        }
      }
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void column(int x, int from, int count, int[] red, int[] green, int[] blue) {
    if (isGrey) {
      samples(0, x, from, count, red);
      System.arraycopy(red, 0, green, 0, count);
      System.arraycopy(red, 0, blue, 0, count);
      return;
    }
    reserve(count);
    colours(x, from, count);
    if (isRgb) {
      samples(0, x, from, count, red);
      split(colours, green, blue, count);
    } else {
      samples(0, x, from, count, bright);
      YccToRgb.red(bright, colours, red, count);
      YccToRgb.green(bright, colours, green, count);
      YccToRgb.blue(bright, colours, blue, count);
    }
  }

  private void reserve(int count) {
    if (bright.length < count) {
      bright = new int[count];
      colours = new int[count];
    }
  }

  private void colours(int x, int from, int count) {
    if (across == 1) {
      samples(1, x, from, count, colours);
    } else {
      chroma.column(planes[1], strides[1], x, from, count, colours);
    }
  }

  private void samples(int plane, int x, int from, int count, int[] out) {
    System.arraycopy(planes[plane], x * strides[plane] + from, out, 0, count);
  }

  private static void split(int[] joined, int[] first, int[] second, int count) {
    for (int y = 0; y < count; y++) {
      first[y] = joined[y] & 0xFF;
      second[y] = joined[y] >> ColourColumn.SECOND;
    }
  }
}
