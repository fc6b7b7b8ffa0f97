package reidstudio.data.image;

import java.util.Locale;
import java.util.Optional;

/**
 * How much of Java's memory decoded pictures may take: what was asked for, but no more than half of
 * it. A cache that filled all would leave no room for decoding, and sound pictures would be lost.
 *
 * @param asked in MiB
 * @param heap the most that Java takes, in bytes
 */
public record CacheRoom(int asked, long heap) {
  private static final double GIBIBYTE = 1L << 30;

  /** In this process. */
  public static CacheRoom here(int asked) {
    return new CacheRoom(asked, Runtime.getRuntime().maxMemory());
  }

  /** What is given, in MiB. */
  public int mebibytes() {
    return (int) Math.min(asked, (heap / 2) >> 20);
  }

  /** What a user should know; empty if all is given that was asked for. */
  public Optional<String> sentence() {
    if (mebibytes() == asked) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Decoded pictures take %d MiB instead of data.cacheMebibytes=%d, half of the %.1f GiB"
                + " that Java may take; start it with -Xmx%dg to give them all.",
            mebibytes(),
            asked,
            heap / GIBIBYTE,
            (2L * asked + 1023) / 1024));
  }
}
