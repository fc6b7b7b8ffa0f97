package reidstudio.data.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * JPEG files that cost a decoder as much as photos do: brightness and two colours as noise whose
 * strength grows with its wavelength, as in photos (Field 1987), of the sizes that cut-out people
 * have in public data sets.
 */
public final class NoisePhotos {
  private static final double QUALITY = 0.9;
  private static final int COARSEST = 64;

  /** Falls a little faster than 1/f, as lenses blur. */
  private static final double FALL = 1.1;

  private static final double CONTRAST = 0.9;
  private static final double COLOUR = 0.35;

  /** Width and height in pixels, as often as each other. */
  private static final int[][] SIZES = {
    {128, 256}, {112, 288}, {144, 336}, {128, 384}, {176, 432}, {200, 500}
  };

  /**
   * The drawn files.
   *
   * @param sizes in words
   * @param bytes of all files
   */
  public record Drawn(List<Path> files, String sizes, long bytes) {
    public Drawn {
      files = List.copyOf(files);
    }
  }

  private NoisePhotos() {}

  /**
   * Draws {@code count} files into {@code folder}.
   *
   * @throws CancellationException if {@code cancelled} says so
   */
  public static Drawn draw(Path folder, int count, BooleanSupplier cancelled) throws IOException {
    List<Path> files = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("interrupted");
      }
      int[] size = SIZES[i % SIZES.length];
      Path file = folder.resolve(String.format("%05d.jpg", i));
      Jpeg.write(file, picture(size[0], size[1], new SplittableRandom(i)), QUALITY);
      files.add(file);
      bytes += Files.size(file);
      if (i < SIZES.length) {
        sizes.add(size[0] + "x" + size[1]);
      }
    }
    return new Drawn(files, String.join(", ", sizes), bytes);
  }

  private static BufferedImage picture(int width, int height, SplittableRandom random) {
    double[] bright = noise(width, height, random);
    double[] warm = noise(width, height, random);
    double[] cool = noise(width, height, random);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < bright.length; i++) {
      int red = level(bright[i] + COLOUR * warm[i]);
      int green = level(bright[i]);
      int blue = level(bright[i] + COLOUR * cool[i]);
      image.setRGB(i % width, i / width, (red << 16) | (green << 8) | blue);
    }
    return image;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, 128 + value));
  }

  /** Grids of random numbers, each half as coarse and weaker than the one before, smoothed. */
  private static double[] noise(int width, int height, SplittableRandom random) {
    double[] sum = new double[width * height];
    for (int cell = COARSEST; cell >= 1; cell /= 2) {
      int columns = width / cell + 2;
      double[] grid = random.doubles((long) columns * (height / cell + 2), -1, 1).toArray();
      double strength = CONTRAST * Math.pow(cell, FALL);
      for (int y = 0; y < height; y++) {
        double dy = y % cell / (double) cell;
        for (int x = 0; x < width; x++) {
          double dx = x % cell / (double) cell;
          int at = y / cell * columns + x / cell;
          double above = grid[at] * (1 - dx) + grid[at + 1] * dx;
          double below = grid[at + columns] * (1 - dx) + grid[at + columns + 1] * dx;
          sum[y * width + x] += strength * (above * (1 - dy) + below * dy);
        }
      }
    }
    return sum;
  }
}
