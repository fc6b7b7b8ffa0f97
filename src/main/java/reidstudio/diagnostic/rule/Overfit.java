package reidstudio.diagnostic.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Does retrieval get worse while the training loss falls? Test identities have no class, so mAP is
 * the only witness.
 */
final class Overfit implements Rule {
  private static final int EVALUATIONS = 3;

  /** Two points of mAP below the best, in each of the last three evaluations. */
  private static final double LOST = 0.02;

  private final List<Double> maps = new ArrayList<>();
  private final Windows loss = new Windows(20);
  private double best;
  private long bestAt;
  private double lossAtBest = Double.NaN;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    loss.add(metrics.value(MetricKey.TOTAL_LOSS));
  }

  @Override
  public void evaluated(Evaluation evaluation, RunProfile known) {
    evaluation
        .meanAveragePrecision()
        .ifPresent(
            map -> {
              maps.add(map);
              if (map > best) {
                best = map;
                bestAt = evaluation.step();
                lossAtBest = loss.count() == 0 ? Double.NaN : loss.back(0);
              }
            });
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (maps.size() <= EVALUATIONS || loss.count() == 0 || !(loss.back(0) < lossAtBest)) {
      return Optional.empty();
    }
    List<Double> last = maps.subList(maps.size() - EVALUATIONS, maps.size());
    if (last.stream().anyMatch(map -> map > best - LOST)) {
      return Optional.empty();
    }
    return Optional.of(
        new FindingBuilder(Fault.OVERFIT)
            .certainty(Certainty.LIKELY)
            .saw("mean mAP now", last.get(EVALUATIONS - 1), "within 0.02 of the best")
            .abnormalIf(true)
            .saw("best mean mAP", best, "")
            .saw("step of the best", bestAt, "")
            .saw("training loss now", loss.back(0), "")
            .saw("training loss at the best", lossAtBest, "")
            .during(MetricKey.TOTAL_LOSS, Math.min(bestAt, step), step)
            .found(
                Severity.WARNING,
                "Retrieval has become worse in the last three evaluations while the loss fell.",
                "Use the best checkpoint; more augmentation or weight decay, or fewer epochs."));
  }
}
