package reidstudio.engine.device;

import java.util.Locale;

/**
 * A graphics card, as its driver tells of it.
 *
 * @param name such as {@code NVIDIA GeForce RTX 4060}
 * @param memory bytes, free or not
 * @param major of its compute capability, 8 in 8.9
 * @param minor of its compute capability, 9 in 8.9
 */
record Gpu(String name, long memory, int major, int minor) {
  private static final double GIBIBYTE = 1L << 30;

  String capability() {
    return major + "." + minor;
  }

  boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }

  String description() {
    return String.format(Locale.ROOT, "%s, %.1f GiB", name, memory / GIBIBYTE);
  }
}
