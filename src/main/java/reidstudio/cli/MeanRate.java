package reidstudio.cli;

import reidstudio.store.Series;
import reidstudio.store.XAxis;

/**
 * Mean of a rate over training time. Each step counts by its length: the plain mean of the steps'
 * rates would say more than was done.
 *
 * @param rate a quantity per second, measured each step
 */
record MeanRate(Series rate) {
  /** All that was done over all the time; NaN without a step. */
  double value() {
    double done = 0;
    double before = 0;
    for (int i = 0; i < rate.size(); i++) {
      double now = rate.x(XAxis.SECONDS, i);
      done += rate.value(i) * (now - before);
      before = now;
    }
    return done / before;
  }
}
