package reidstudio.sampler;

import java.util.List;

/**
 * A plan that remembers the epoch that was asked for last: whoever looks at single batches would
 * draw thousands of others for each. Every answer is a copy, so nobody can change a batch of
 * somebody else's.
 */
final class KeptEpoch implements EpochPlan {
  private record Drawn(int epoch, List<int[]> batches) {}

  private final EpochPlan plan;
  private volatile Drawn last;

  KeptEpoch(EpochPlan plan) {
    this.plan = plan;
  }

  @Override
  public List<int[]> epoch(int epoch) {
    Drawn drawn = last;
    if (drawn == null || drawn.epoch() != epoch) {
      drawn = new Drawn(epoch, plan.epoch(epoch));
      last = drawn;
    }
    return drawn.batches().stream().map(int[]::clone).toList();
  }

  @Override
  public int size() {
    return plan.size();
  }
}
