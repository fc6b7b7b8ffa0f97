package reidstudio.diagnostic.ce;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter;

/** Does every parameter of the head ask for a gradient? */
final class ClassifierTrainable implements Check {
  private final Subject subject;

  ClassifierTrainable(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "parameters that ask for a gradient";
  }

  @Override
  public Finding run() {
    List<String> head =
        subject.model().parameters().stream()
            .filter(p -> p.role() == Parameter.Role.HEAD)
            .map(Parameter::name)
            .toList();
    List<String> allowed = subject.config().model().weights().frozenAtRandom();
    List<String> frozen =
        subject.model().parameters().stream()
            .filter(p -> p.role() == Parameter.Role.HEAD)
            .filter(p -> !p.isTrained() && p.origin() == Parameter.Origin.RANDOM)
            .map(Parameter::name)
            .filter(name -> allowed.stream().noneMatch(name::startsWith))
            .toList();
    FindingBuilder finding =
        new FindingBuilder("ce.classifier-frozen")
            .saw("parameters of the head", String.join(", ", head), "neck and classifier")
            .saw("frozen parameters", frozen.isEmpty() ? "none" : frozen, "none")
            .abnormalIf(!frozen.isEmpty());
    if (!frozen.isEmpty()) {
      return finding.found(
          Severity.ERROR,
          frozen.size() + " parameters are frozen at their random start.",
          "Let " + String.join(", ", frozen) + " require a gradient.");
    }
    return finding.ok("Classifier and neck ask for gradients.");
  }
}
