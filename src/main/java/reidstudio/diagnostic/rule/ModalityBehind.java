package reidstudio.diagnostic.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.SettingScores;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Is one modality left behind: rank 1 below half of the median modality, three times running? */
final class ModalityBehind implements Rule {
  private static final int EVALUATIONS = 3;
  private static final double HALF = 0.5;

  /** Below this median nothing has been learned that one could be left behind of. */
  private static final double LEAST_MEDIAN = 0.1;

  private final Map<String, Integer> timesBehind = new LinkedHashMap<>();
  private List<SettingScores> last = List.of();
  private double median = Double.NaN;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {}

  @Override
  public void evaluated(Evaluation evaluation, RunProfile known) {
    List<SettingScores> single = new ArrayList<>();
    for (SettingScores scores : evaluation.settings()) {
      boolean fused = scores.setting().contains("+");
      if (!fused && Double.isFinite(scores.rank1())) {
        single.add(scores);
      }
    }
    if (single.size() < 3) {
      return;
    }
    last = single;
    double[] ranks = single.stream().mapToDouble(SettingScores::rank1).sorted().toArray();
    median = ranks[(ranks.length - 1) / 2];
    for (SettingScores scores : single) {
      boolean behind = median >= LEAST_MEDIAN && scores.rank1() < HALF * median;
      int before = timesBehind.getOrDefault(scores.setting(), 0);
      timesBehind.put(scores.setting(), behind ? before + 1 : 0);
    }
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    return last.stream()
        .filter(scores -> timesBehind.getOrDefault(scores.setting(), 0) >= EVALUATIONS)
        .findFirst()
        .map(this::behind);
  }

  private Finding behind(SettingScores worst) {
    FindingBuilder finding =
        new FindingBuilder(Fault.MODALITY_LEFT_BEHIND).certainty(Certainty.LIKELY);
    for (SettingScores scores : last) {
      finding
          .saw(
              "rank 1 of " + scores.setting(),
              scores.rank1(),
              scores.equals(worst) ? "above " + FindingBuilder.number(HALF * median) : "")
          .abnormalIf(scores.equals(worst));
    }
    return finding.found(
        Severity.WARNING,
        "One modality is left behind: " + worst.setting() + ".",
        "Look at how many items it has and at its pictures; give it an adapter of its own with"
            + " model.lora.rank.");
  }
}
