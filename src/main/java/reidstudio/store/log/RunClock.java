package reidstudio.store.log;

/** Seconds since a run began, from the times of its lines and of its bars; never goes back. */
final class RunClock {
  private double seconds;
  private long firstMillis = Long.MIN_VALUE;
  private int barEpoch;
  private double barStart;

  /** A line was written. */
  void at(long millis) {
    if (firstMillis == Long.MIN_VALUE) {
      firstMillis = millis - (long) (1000 * seconds);
    }
    seconds = Math.max(seconds, (millis - firstMillis) / 1000.0);
  }

  /** So long ago an epoch began; its evaluation lies outside of that time. */
  void inEpoch(int epoch, double elapsed) {
    if (epoch != barEpoch) {
      barEpoch = epoch;
      barStart = seconds;
    }
    seconds = Math.max(seconds, barStart + elapsed);
  }

  double seconds() {
    return seconds;
  }
}
