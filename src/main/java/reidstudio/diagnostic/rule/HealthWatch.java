package reidstudio.diagnostic.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reidstudio.diagnostic.finding.Ranking;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;

/** All rules over one run. */
public final class HealthWatch {
  private final Supplier<List<Rule>> rulesOfRun;
  private List<Rule> rules;
  private RunProfile known = RunProfile.unknown();

  /** Watches with every rule there is. */
  public HealthWatch() {
    this(Rules::all);
  }

  HealthWatch(Supplier<List<Rule>> rulesOfRun) {
    this.rulesOfRun = rulesOfRun;
    this.rules = rulesOfRun.get();
  }

  /** Learns more of the run. */
  public void profile(RunProfile profile) {
    known = profile;
  }

  /** Takes in a step. */
  public void step(StepMetrics step) {
    rules.forEach(rule -> rule.step(step, known));
  }

  /** Takes in an evaluation. */
  public void evaluated(Evaluation evaluation) {
    rules.forEach(rule -> rule.evaluated(evaluation, known));
  }

  /** Takes in a step that gave a value that is not finite. */
  public void nonFinite(NonFiniteStep step) {
    rules.forEach(rule -> rule.nonFinite(step));
  }

  /** What there is to say while a step has been under way for {@code seconds}, all together. */
  public List<Finding> hanging(double seconds) {
    return Ranking.of(
        Stream.concat(
                rules.stream().map(rule -> rule.hanging(seconds)).flatMap(Optional::stream),
                findings().stream())
            .toList());
  }

  /** Forgets all steps: the run goes on from somewhere else. */
  public void restarted() {
    rules = rulesOfRun.get();
  }

  /**
   * What there is to say after the last step, one finding for each cause, the first matters most.
   */
  public List<Finding> findings() {
    return Ranking.of(
        rules.stream().map(rule -> rule.finding(known)).flatMap(Optional::stream).toList());
  }
}
