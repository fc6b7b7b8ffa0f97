package reidstudio.data.image;

import java.util.Arrays;

/**
 * The inverse cosine transform of 8 x 8 coefficients in whole numbers, after Loeffler, Ligtenberg
 * and Moschytz (1989): 12 multiplications for each row and column, 13 bits behind the point. The
 * same numbers, bit for bit, as the accurate integer transform that most JPEG libraries have.
 */
final class InverseCosine {
  private static final int SIDE = 8;
  private static final int BITS = 13;

  /** Kept behind the point between the two passes. */
  private static final int SPARE = 2;

  private static final int COLUMN_SHIFT = BITS - SPARE;
  private static final int ROW_SHIFT = BITS + SPARE + 3;
  private static final int MIDDLE = 128;

  /** Coefficients before this one, in zigzag order, lie in the first four rows and columns. */
  private static final int CORNER = 10;

  // c(k) = cos(k pi / 16) * sqrt(2), in sums and differences, times 2^13
  private static final int EVEN = fixed(0.541196100);
  private static final int EVEN_2 = fixed(0.765366865);
  private static final int EVEN_6 = fixed(-1.847759065);
  private static final int ODD = fixed(1.175875602);
  private static final int ODD_7 = fixed(0.298631336);
  private static final int ODD_5 = fixed(2.053119869);
  private static final int ODD_3 = fixed(3.072711026);
  private static final int ODD_1 = fixed(1.501321110);
  private static final int ODD_71 = fixed(-0.899976223);
  private static final int ODD_53 = fixed(-2.562915447);
  private static final int ODD_73 = fixed(-1.961570560);
  private static final int ODD_51 = fixed(-0.390180644);

  private final int[] half = new int[SIDE * SIDE];

  private static int fixed(double number) {
    return (int) Math.round(number * (1 << BITS));
  }

  /**
   * Writes the 64 samples of a block; some may lie a little outside 0 to 255.
   *
   * @param block coefficients row by row
   * @param last position of the last coefficient that is not 0, in zigzag order
   * @param plane where to, column by column: from {@code at} on with {@code stride} samples a
   *     column
   */
  void apply(int[] block, int last, int[] plane, int at, int stride) {
    if (last == 0) {
      flat(block[0], plane, at, stride);
      return;
    }
    if (last < CORNER) {
      corner(block, plane, at, stride);
      return;
    }
    for (int x = 0; x < SIDE; x++) {
      column(block, x);
    }
    for (int y = 0; y < SIDE; y++) {
      row(SIDE * y, plane, at + y, stride);
    }
  }

  /** Where only the four lowest frequencies of each axis occur, half of the products are 0. */
  private void corner(int[] block, int[] plane, int at, int stride) {
    for (int x = 0; x < SIDE / 2; x++) {
      cornerColumn(block, x);
    }
    for (int y = 0; y < SIDE; y++) {
      cornerRow(SIDE * y, plane, at + y, stride);
    }
  }

  private void cornerColumn(int[] in, int x) {
    int[] out = half;
    int x1 = in[x + 8];
    int x2 = in[x + 16];
    int x3 = in[x + 24];
    int c = (in[x] << BITS) + (1 << (COLUMN_SHIFT - 1));
    int a = x2 * EVEN;
    int b = a + x2 * EVEN_2;
    int z5 = (x3 + x1) * ODD;
    int z3 = x3 * ODD_73 + z5;
    int z4 = x1 * ODD_51 + z5;
    int t0 = x1 * ODD_71 + z3;
    int t1 = x3 * ODD_53 + z4;
    int t2 = x3 * (ODD_3 + ODD_53) + z3;
    int t3 = x1 * (ODD_1 + ODD_71) + z4;
    out[x] = (c + b + t3) >> COLUMN_SHIFT;
    out[x + 56] = (c + b - t3) >> COLUMN_SHIFT;
    out[x + 8] = (c + a + t2) >> COLUMN_SHIFT;
    out[x + 48] = (c + a - t2) >> COLUMN_SHIFT;
    out[x + 16] = (c - a + t1) >> COLUMN_SHIFT;
    out[x + 40] = (c - a - t1) >> COLUMN_SHIFT;
    out[x + 24] = (c - b + t0) >> COLUMN_SHIFT;
    out[x + 32] = (c - b - t0) >> COLUMN_SHIFT;
  }

  private void cornerRow(int from, int[] out, int at, int stride) {
    int x1 = half[from + 1];
    int x2 = half[from + 2];
    int x3 = half[from + 3];
    int c = (half[from] << BITS) + (1 << (ROW_SHIFT - 1)) + (MIDDLE << ROW_SHIFT);
    int a = x2 * EVEN;
    int b = a + x2 * EVEN_2;
    int z5 = (x3 + x1) * ODD;
    int z3 = x3 * ODD_73 + z5;
    int z4 = x1 * ODD_51 + z5;
    int t0 = x1 * ODD_71 + z3;
    int t1 = x3 * ODD_53 + z4;
    int t2 = x3 * (ODD_3 + ODD_53) + z3;
    int t3 = x1 * (ODD_1 + ODD_71) + z4;
    out[at] = (c + b + t3) >> ROW_SHIFT;
    out[at + 7 * stride] = (c + b - t3) >> ROW_SHIFT;
    out[at + stride] = (c + a + t2) >> ROW_SHIFT;
    out[at + 6 * stride] = (c + a - t2) >> ROW_SHIFT;
    out[at + 2 * stride] = (c - a + t1) >> ROW_SHIFT;
    out[at + 5 * stride] = (c - a - t1) >> ROW_SHIFT;
    out[at + 3 * stride] = (c - b + t0) >> ROW_SHIFT;
    out[at + 4 * stride] = (c - b - t0) >> ROW_SHIFT;
  }

  private static void flat(int mean, int[] plane, int at, int stride) {
    int value = (((mean << SPARE) + (1 << (SPARE + 2))) >> (SPARE + 3)) + MIDDLE;
    for (int y = 0; y < SIDE; y++) {
      Arrays.fill(plane, at + y * stride, at + y * stride + SIDE, value);
    }
  }

  private void column(int[] in, int x) {
    int[] out = half;
    int x0 = in[x];
    int x1 = in[x + 8];
    int x2 = in[x + 16];
    int x3 = in[x + 24];
    int x4 = in[x + 32];
    int x5 = in[x + 40];
    int x6 = in[x + 48];
    int x7 = in[x + 56];
    if ((x1 | x2 | x3 | x4 | x5 | x6 | x7) == 0) {
      int flat = x0 << SPARE;
      for (int i = x; i < SIDE * SIDE; i += SIDE) {
        out[i] = flat;
      }
      return;
    }
    int half = 1 << (COLUMN_SHIFT - 1);
    int z = (x2 + x6) * EVEN;
    int a = z + x6 * EVEN_6;
    int b = z + x2 * EVEN_2;
    int c = ((x0 + x4) << BITS) + half;
    int d = ((x0 - x4) << BITS) + half;
    int z5 = (x7 + x3 + x5 + x1) * ODD;
    int z1 = (x7 + x1) * ODD_71;
    int z2 = (x5 + x3) * ODD_53;
    int z3 = (x7 + x3) * ODD_73 + z5;
    int z4 = (x5 + x1) * ODD_51 + z5;
    int t0 = x7 * ODD_7 + z1 + z3;
    int t1 = x5 * ODD_5 + z2 + z4;
    int t2 = x3 * ODD_3 + z2 + z3;
    int t3 = x1 * ODD_1 + z1 + z4;
    out[x] = (c + b + t3) >> COLUMN_SHIFT;
    out[x + 56] = (c + b - t3) >> COLUMN_SHIFT;
    out[x + 8] = (d + a + t2) >> COLUMN_SHIFT;
    out[x + 48] = (d + a - t2) >> COLUMN_SHIFT;
    out[x + 16] = (d - a + t1) >> COLUMN_SHIFT;
    out[x + 40] = (d - a - t1) >> COLUMN_SHIFT;
    out[x + 24] = (c - b + t0) >> COLUMN_SHIFT;
    out[x + 32] = (c - b - t0) >> COLUMN_SHIFT;
  }

  private void row(int from, int[] out, int at, int stride) {
    int[] in = half;
    int x1 = in[from + 1];
    int x2 = in[from + 2];
    int x3 = in[from + 3];
    int x5 = in[from + 5];
    int x6 = in[from + 6];
    int x7 = in[from + 7];
    int half = (1 << (ROW_SHIFT - 1)) + (MIDDLE << ROW_SHIFT);
    int z = (x2 + x6) * EVEN;
    int a = z + x6 * EVEN_6;
    int b = z + x2 * EVEN_2;
    int c = ((in[from] + in[from + 4]) << BITS) + half;
    int d = ((in[from] - in[from + 4]) << BITS) + half;
    int z5 = (x7 + x3 + x5 + x1) * ODD;
    int z1 = (x7 + x1) * ODD_71;
    int z2 = (x5 + x3) * ODD_53;
    int z3 = (x7 + x3) * ODD_73 + z5;
    int z4 = (x5 + x1) * ODD_51 + z5;
    int t0 = x7 * ODD_7 + z1 + z3;
    int t1 = x5 * ODD_5 + z2 + z4;
    int t2 = x3 * ODD_3 + z2 + z3;
    int t3 = x1 * ODD_1 + z1 + z4;
    out[at] = (c + b + t3) >> ROW_SHIFT;
    out[at + 7 * stride] = (c + b - t3) >> ROW_SHIFT;
    out[at + stride] = (d + a + t2) >> ROW_SHIFT;
    out[at + 6 * stride] = (d + a - t2) >> ROW_SHIFT;
    out[at + 2 * stride] = (d - a + t1) >> ROW_SHIFT;
    out[at + 5 * stride] = (d - a - t1) >> ROW_SHIFT;
    out[at + 3 * stride] = (c - b + t0) >> ROW_SHIFT;
    out[at + 4 * stride] = (c - b - t0) >> ROW_SHIFT;
  }
}
