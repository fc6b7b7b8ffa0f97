package reidstudio.store;

import java.util.Optional;
import java.util.OptionalInt;
import reidstudio.event.EpochSummary;
import reidstudio.event.HeadReach;
import reidstudio.event.MetricKey;

/** Sums up an epoch of a run that is in memory. */
public final class EpochReading {
  /** Share of an epoch at its beginning and at its end that counts for "first" and "last". */
  private static final double TENTH = 0.1;

  private final RunTrace trace;

  /** Reads from {@code trace}. */
  public EpochReading(RunTrace trace) {
    this.trace = trace;
  }

  /** The epoch, counted from 1; empty unless all of it was made. */
  public Optional<EpochSummary> epoch(int epoch) {
    Part ce = part(MetricKey.CE_LOSS, epoch);
    int announced = trace.profile().stepsPerEpoch().orElse(0);
    if (ce.length() == 0 || ce.length() < announced) {
      return Optional.empty();
    }
    return Optional.of(
        new EpochSummary(
            epoch,
            ce.length(),
            trace.profile().classes(),
            ce.first(),
            ce.last(),
            part(MetricKey.PAIRABLE_RATIO, epoch).mean(),
            part(MetricKey.SDM_VALID_ROWS, epoch).mean(),
            part(MetricKey.SDM_ROWS, epoch).mean(),
            part(MetricKey.NORM_AFTER_BN, epoch).last(),
            part(MetricKey.NORM_AFTER_BN_EXPECTED, epoch).last(),
            updates(epoch),
            headReach(epoch)));
  }

  /** Only steps that move weights tell a gradient's norm. */
  private int updates(int epoch) {
    return part(MetricKey.GRADIENT_NORM, epoch).length();
  }

  private HeadReach headReach(int epoch) {
    OptionalInt width = trace.profile().embedding();
    return HeadReach.of(
        part(MetricKey.NORM_AFTER_BN, epoch).last(),
        width.isPresent() ? Math.sqrt(width.getAsInt()) : Double.NaN,
        updates(epoch) * part(MetricKey.RATE_HEAD, epoch).mean());
  }

  /** Epoch {@code n} lies above {@code n - 1} and goes to {@code n}. */
  private Part part(MetricKey key, int epoch) {
    Series series = trace.series(key);
    return new Part(
        series,
        series.firstAtOrAfter(XAxis.EPOCH, Math.nextUp(epoch - 1.0)),
        series.firstAtOrAfter(XAxis.EPOCH, Math.nextUp((double) epoch)));
  }

  private record Part(Series series, int from, int to) {
    int length() {
      return to - from;
    }

    double mean() {
      return mean(from, to);
    }

    double first() {
      return mean(from, from + tenth());
    }

    double last() {
      return mean(to - tenth(), to);
    }

    private int tenth() {
      return Math.min(length(), Math.max(1, (int) Math.round(TENTH * length())));
    }

    /** NaN of nothing. */
    private double mean(int begin, int end) {
      double sum = 0;
      for (int i = begin; i < end; i++) {
        sum += series.value(i);
      }
      return sum / (end - begin);
    }
  }
}
