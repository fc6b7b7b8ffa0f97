package reidstudio.data.image;

import java.util.Arrays;
import java.util.List;

/**
 * Decodes JPEG files of the usual kind to what the JDK makes of them, bit for bit, but row by row,
 * so that no picture of the file's size is ever made. What is unusual or damaged is left to another
 * decoder. Keeps its memory for the next file.
 *
 * <p>Thread: one at a time.
 */
final class BaselineJpeg implements PixelRows {
  /** Larger pictures are rare, and their memory is not worth keeping. */
  private static final long MOST_PIXELS = 2_000_000;

  private static final int SIDE = 8;

  private final HuffmanTables tables = new HuffmanTables();
  private final JpegBits bits = new JpegBits();
  private final InverseCosine cosine = new InverseCosine();
  private final int[] block = new int[SIDE * SIDE];
  private final ChromaRow chroma = new ChromaRow();

  /** Samples of each colour, in whole units. */
  private final int[][] planes = new int[3][0];

  private final int[] strides = new int[3];
  private final int[] sizes = new int[3];
  private final int[][] rows = new int[3][0];
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
    int unitsAcross = ceil(width, SIDE * across);
    int unitsDown = ceil(height, SIDE * down);
    reserve(header.components(), unitsAcross, unitsDown);
    bits.start(bytes, header.scanStart(), end);
    units(header, unitsAcross, unitsDown);
    bits.endPicture();
    for (int i = 0; i < header.components().size(); i++) {
      clamp(planes[i], sizes[i]);
    }
  }

  /** All at once, as vectors: faster than sample by sample where they are made. */
  private static void clamp(int[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = YccToRgb.clamped(samples[i]);
    }
  }

  private static int ceil(int number, int step) {
    return (number + step - 1) / step;
  }

  private void reserve(List<JpegHeader.Component> components, int unitsAcross, int unitsDown) {
    for (int i = 0; i < components.size(); i++) {
      strides[i] = unitsAcross * components.get(i).across() * SIDE;
      int size = strides[i] * unitsDown * components.get(i).down() * SIDE;
      sizes[i] = size;
      if (planes[i].length < size) {
        planes[i] = new int[size];
      }
      if (rows[i].length < width) {
        rows[i] = new int[width];
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
          cosine.apply(block, last, planes[i], row * strides[i] + column, strides[i]);
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
  public void row(int y, int[] red, int[] green, int[] blue) {
    if (isGrey) {
      samples(0, y, red);
      System.arraycopy(red, 0, green, 0, width);
      System.arraycopy(red, 0, blue, 0, width);
    } else if (isRgb) {
      samples(0, y, red);
      colour(1, y, green);
      colour(2, y, blue);
    } else {
      int[] bright = rows[0];
      samples(0, y, bright);
      colour(1, y, rows[1]);
      colour(2, y, rows[2]);
      YccToRgb.red(bright, rows[2], red, width);
      YccToRgb.green(bright, rows[1], rows[2], green, width);
      YccToRgb.blue(bright, rows[1], blue, width);
    }
  }

  private void colour(int plane, int y, int[] out) {
    if (across == 1) {
      samples(plane, y, out);
      return;
    }
    int near = y / down;
    int far = down == 1 ? near : near + 2 * (y % down) - 1;
    far = Math.max(0, Math.min(ceil(height, down) - 1, far));
    int stride = strides[plane];
    int columns = ceil(width, across);
    chroma.widen(planes[plane], near * stride, far * stride, columns, down, out, width);
  }

  private void samples(int plane, int y, int[] out) {
    System.arraycopy(planes[plane], y * strides[plane], out, 0, width);
  }
}
