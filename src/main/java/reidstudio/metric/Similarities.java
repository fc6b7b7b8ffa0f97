package reidstudio.metric;

import java.util.function.IntToDoubleFunction;

/**
 * How similar each gallery item is to one query: a quick figure for every item, and an exact one
 * for those that the quick one cannot tell apart. Float sums in another order are other sums, so
 * without the exact figure the ranks of nearly equal items would be a matter of the machine.
 *
 * <p>Thread: any.
 */
public final class Similarities {
  private final float[] quick;
  private final float reach;
  private final IntToDoubleFunction exact;

  /**
   * @param quick of each item, larger is nearer; not copied
   * @param reach quick figures that lie no more than this apart may be in the wrong order
   * @param exact of an item, without rounding that matters
   */
  public Similarities(float[] quick, float reach, IntToDoubleFunction exact) {
    this.quick = quick;
    this.reach = reach;
    this.exact = exact;
  }

  /** Similarities that are exact as they are. */
  public static Similarities of(float... exact) {
    return new Similarities(exact, 0, item -> exact[item]);
  }

  /** Number of gallery items. */
  public int size() {
    return quick.length;
  }

  /** The quick figure. */
  float quick(int item) {
    return quick[item];
  }

  /** See the constructor. */
  float reach() {
    return reach;
  }

  /**
   * The order of the ranking.
   *
   * @return below 0 if {@code item} is more similar than {@code other}, 0 if they are equally
   *     similar
   */
  public int compare(int item, int other) {
    float gap = quick[other] - quick[item];
    if (Math.abs(gap) > reach) {
      return gap < 0 ? -1 : 1;
    }
    // adding 0 makes one zero of the two
    return Double.compare(exact.applyAsDouble(other) + 0.0, exact.applyAsDouble(item) + 0.0);
  }

  /**
   * Only the items at {@code places}, in their order.
   *
   * @param places gallery indices
   */
  public Similarities at(int[] places) {
    float[] own = new float[places.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = quick[places[i]];
    }
    return new Similarities(own, reach, i -> exact.applyAsDouble(places[i]));
  }

  /**
   * Refuses a row that cannot be ranked.
   *
   * @throws IllegalArgumentException if it does not fit a gallery of {@code size} items
   */
  public void checkSize(int size) {
    if (quick.length != size) {
      throw new IllegalArgumentException(
          "A row of %d similarities does not fit a gallery of %d items."
              .formatted(quick.length, size));
    }
  }

  /**
   * Refuses what has no place in a ranking.
   *
   * @throws IllegalArgumentException if the similarity of {@code item} is NaN
   */
  public void checkNumber(int item) {
    if (Float.isNaN(quick[item])) {
      throw new IllegalArgumentException(
          "The similarity to gallery item " + item + " is NaN; the features are broken.");
    }
  }
}
