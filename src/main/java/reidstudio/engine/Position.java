package reidstudio.engine;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a run stands between two batches: everything that changes while it trains beside arrays.
 *
 * <p>The state of all random sequences is (seed of the configuration, {@code epoch}, {@code
 * batch}): plans of batches and the augmentation of their pictures are pure functions of these, and
 * first weights are one of the seed. The schedule is a function of {@code step}.
 *
 * @param step batches made since the start of the run
 * @param updates how often the weights moved
 * @param epoch the epoch of the next batch, counted from 1
 * @param batch batches of that epoch that are made
 * @param seconds training time
 * @param lossSum sum of the total losses of those batches
 * @param best the best epoch so far; empty before the end of the first
 * @param startRank effective rank of the features of a few batches before the first step; empty
 *     where it was not measured
 */
record Position(
    long step,
    long updates,
    int epoch,
    int batch,
    double seconds,
    double lossSum,
    Optional<BestEpoch> best,
    OptionalDouble startRank) {
  /** Before the first batch. */
  static final Position START = new Position(0, 0, 1, 0, 0, 0, Optional.empty());

  Position(
      long step,
      long updates,
      int epoch,
      int batch,
      double seconds,
      double lossSum,
      Optional<BestEpoch> best) {
    this(step, updates, epoch, batch, seconds, lossSum, best, OptionalDouble.empty());
  }

  /** With the rank that features had before the first step. */
  Position withStartRank(OptionalDouble rank) {
    return new Position(step, updates, epoch, batch, seconds, lossSum, best, rank);
  }

  /** After one more batch, whose total loss was {@code loss}. */
  Position afterBatch(double loss, boolean updated, double now) {
    return new Position(
        step + 1,
        updates + (updated ? 1 : 0),
        epoch,
        batch + 1,
        now,
        lossSum + loss,
        best,
        startRank);
  }

  /** After a batch that is not trained with; in the mean loss it counts as those before it. */
  Position afterLeftOut() {
    double loss = batch == 0 ? 0 : lossSum / batch;
    return new Position(
        step + 1, updates, epoch, batch + 1, seconds, lossSum + loss, best, startRank);
  }

  /** Before the first batch of the next epoch. */
  Position afterEpoch() {
    BestEpoch candidate = new BestEpoch(BestEpoch.MEAN_LOSS, lossSum / batch, epoch);
    return new Position(step, updates, epoch + 1, 0, seconds, 0, better(candidate), startRank);
  }

  /** After the evaluation of the epoch that ended here. */
  Position afterEvaluation(double meanAveragePrecision) {
    BestEpoch candidate = new BestEpoch(BestEpoch.MEAN_MAP, meanAveragePrecision, epoch - 1);
    return new Position(
        step, updates, epoch, batch, seconds, lossSum, better(candidate), startRank);
  }

  private Optional<BestEpoch> better(BestEpoch candidate) {
    return best.filter(before -> !candidate.beats(before)).or(() -> Optional.of(candidate));
  }

  /** Whether the epoch that ended here is the best one. */
  boolean isBest() {
    return best.filter(b -> batch == 0 && b.epoch() == epoch - 1).isPresent();
  }
}
