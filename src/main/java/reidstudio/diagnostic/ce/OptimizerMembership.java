package reidstudio.diagnostic.ce;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reidstudio.config.OptimizerConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;

/**
 * Is every trainable parameter in the optimizer, with a learning rate above 0? A parameter that
 * requires a gradient and is in no group looks trainable and never moves.
 */
final class OptimizerMembership implements Check {
  private final Subject subject;

  OptimizerMembership(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "membership in the optimizer";
  }

  @Override
  public Finding run() {
    Set<String> moved = new HashSet<>(subject.optimizer().parameterNames());
    List<String> left =
        subject.model().parameters().stream()
            .filter(Parameter::isTrained)
            .map(Parameter::name)
            .filter(name -> !moved.contains(name))
            .toList();
    double rate = subject.optimizer().rate(Role.HEAD, 1);
    FindingBuilder finding =
        new FindingBuilder("ce.classifier-not-in-optimizer")
            .saw(
                "parameters in the optimizer",
                moved.size(),
                "all " + subject.model().parameters().stream().filter(Parameter::isTrained).count())
            .saw("parameters left out", left.isEmpty() ? "none" : left, "none")
            .abnormalIf(!left.isEmpty())
            .saw("peak learning rate of the head", rate, "above 0, 3.5e-4 to 1e-2 is usual")
            .abnormalIf(rate == 0);
    if (!left.isEmpty()) {
      return finding.found(
          Severity.ERROR,
          left.size() + " parameters are in no group of the optimizer and never move.",
          "Add " + String.join(", ", left) + " to a group.");
    }
    if (rate == 0) {
      double usual = OptimizerConfig.defaults().head().learningRate();
      return finding
          .ruledOut("Not a frozen classifier: it is in the optimizer.")
          .tryChange("optimizer.head.learningRate", FindingBuilder.number(usual))
          .found(
              Severity.ERROR,
              "The head's learning rate is 0: the classifier never moves.",
              "Set optimizer.head.learningRate to 1e-3 or more.");
    }
    return finding.ok("The optimizer moves every parameter, the classifier among them.");
  }
}
