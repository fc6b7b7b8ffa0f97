package reidstudio.event;

/**
 * A number that was seen beside the one that a healthy run has.
 *
 * @param what the quantity
 * @param observed as measured, ready to read
 * @param expected the healthy value or range; empty if the number only informs
 * @param isAbnormal whether what was observed lies outside of what is expected; whoever measured it
 *     has decided that
 */
public record Evidence(String what, String observed, String expected, boolean isAbnormal) {
  /** A number that is as it should be, or that only informs. */
  public Evidence(String what, String observed, String expected) {
    this(what, observed, expected, false);
  }

  /** A number that is not as it should be. */
  public static Evidence abnormal(String what, String observed, String expected) {
    return new Evidence(what, observed, expected, true);
  }
}
