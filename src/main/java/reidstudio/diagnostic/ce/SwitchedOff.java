package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Is cross-entropy minimised at all? */
final class SwitchedOff implements Check {
  private final Subject subject;

  SwitchedOff(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "weight of cross-entropy in the loss";
  }

  @Override
  public Finding run() {
    double weight = subject.config().loss().ceWeight();
    FindingBuilder finding =
        new FindingBuilder(Fault.CE_SWITCHED_OFF)
            .saw("weight of cross-entropy", weight, "above 0")
            .abnormalIf(weight == 0);
    if (weight == 0) {
      return finding
          .ruledOut("Not a fault of the head: nothing asks it to learn.")
          .tryChange("loss.ceWeight", 1)
          .found(
              Severity.ERROR,
              "Cross-entropy is switched off: it is measured, not minimised.",
              "Set loss.ceWeight to 1; leave it at 0 only if the classifier is not meant to learn.");
    }
    return finding.ok("Cross-entropy is part of what is minimised.");
  }
}
