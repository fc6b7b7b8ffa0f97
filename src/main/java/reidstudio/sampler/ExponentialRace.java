package reidstudio.sampler;

import java.util.SplittableRandom;

/**
 * Draws P distinct identities with chances in proportion to the hands that they have left: the
 * first P arrivals of an exponential race, in which those who must be in start ahead.
 *
 * <p>Only the P best so far are kept, and a logarithm is taken only of somebody who may be among
 * them: with thousands of identities that is a handful in each batch.
 */
final class ExponentialRace {
  /** More than rounding can make of a bound. */
  private static final double ROUNDING = 1 + 1e-9;

  private final int[] winners;
  private final double[] arrivals;
  private int size;

  /**
   * @param perBatch P
   */
  ExponentialRace(int perBatch) {
    this.winners = new int[perBatch];
    this.arrivals = new double[perBatch];
  }

  /**
   * The winners, first come first; of two that arrive together the one with the smaller number.
   *
   * @param left hands of each identity; one without any does not run, and one that needs all
   *     batches is in
   * @param batchesLeft this one included
   * @param random gives one number for each identity, also for those who do not run
   */
  int[] run(int[] left, int batchesLeft, SplittableRandom random) {
    size = 0;
    for (int identity = 0; identity < left.length; identity++) {
      double late = random.nextDouble();
      if (left[identity] > 0) {
        enter(identity, left[identity], left[identity] == batchesLeft, late);
      }
    }
    int[] drawn = new int[size];
    for (int place = size - 1; place >= 0; place--) {
      drawn[place] = winners[0];
      size--;
      settle(0, winners[size], arrivals[size]);
    }
    return drawn;
  }

  private void enter(int identity, int hands, boolean mustBeIn, double late) {
    double uniform = 1 - late;
    if (mustBeIn) {
      place(identity, -uniform);
    } else if (size < winners.length || late / hands <= arrivals[0] * ROUNDING) {
      // -ln(1 - x) is not below x, so that others cannot win
      place(identity, -StrictMath.log(uniform) / hands);
    }
  }

  /** Takes in whoever is better than the worst, the root of the heap. */
  private void place(int identity, double arrival) {
    if (size < winners.length) {
      size++;
      rise(size - 1, identity, arrival);
    } else if (Double.compare(arrival, arrivals[0]) < 0) {
      settle(0, identity, arrival);
    }
  }

  private void rise(int from, int identity, double arrival) {
    int at = from;
    while (at > 0 && isWorse(identity, arrival, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    winners[at] = identity;
    arrivals[at] = arrival;
  }

  private void settle(int from, int identity, double arrival) {
    int at = from;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isWorse(winners[child + 1], arrivals[child + 1], child)) {
        child++;
      }
      if (isWorse(identity, arrival, child)) {
        break;
      }
      move(child, at);
      at = child;
    }
    winners[at] = identity;
    arrivals[at] = arrival;
  }

  private void move(int from, int to) {
    winners[to] = winners[from];
    arrivals[to] = arrivals[from];
  }

  /** Whether somebody arrives after the one at {@code place}. */
  private boolean isWorse(int identity, double arrival, int place) {
    int later = Double.compare(arrival, arrivals[place]);
    return later > 0 || (later == 0 && identity > winners[place]);
  }
}
