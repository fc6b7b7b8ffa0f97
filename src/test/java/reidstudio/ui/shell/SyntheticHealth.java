package reidstudio.ui.shell;

import java.util.List;
import java.util.Optional;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;

/** What live rules might say, in sentences that the window has in both languages. */
final class SyntheticHealth {
  private SyntheticHealth() {}

  /** The head cannot learn; a change of one setting would help. */
  static Finding noBudget(long first, long last) {
    return new Finding(
        "ce.no-learning-budget",
        Severity.ERROR,
        Certainty.LIKELY,
        "Updates times learning rate are too few for cross-entropy to move at all.",
        List.of(
            new Evidence("optimizer updates planned", "480", ""),
            new Evidence("peak learning rate of the head", "3e-05", ""),
            new Evidence("sum of the head's rates over all updates", "0.0072", ""),
            new Evidence("distance that a logit can move", "0.021", "above 4.1, hopeless below 1")),
        List.of(
            "All labels fit the classifier's 64 classes.",
            "Classifier and neck ask for gradients.",
            "Neither loss drowns the other."),
        Optional.of(new Span(MetricKey.CE_LOSS, first, last)),
        "Multiply optimizer.head.learningRate or the number of updates by 100.",
        Optional.of(new Change("optimizer.head.learningRate", "3e-1")));
  }

  /** Few rows have a partner. */
  static Finding fewRows(Severity severity, long first, long last) {
    return new Finding(
        "sampling.few-valid-rows",
        severity,
        Certainty.PROVEN,
        "More than 15 % of the rows find no positive.",
        List.of(
            new Evidence("share of valid non-visible rows", "0.71", "at least 0.85"),
            new Evidence("share of valid visible rows", "0.93", "at least 0.85")),
        List.of(),
        Optional.of(new Span(MetricKey.SDM_VALID_ROWS, first, last)),
        "Set sampler.kind to multi-modal-balanced and sampler.instances to at least 2.",
        Optional.of(new Change("sampler.instances", "2")));
  }

  /** Could not be looked at. */
  static Finding unknown() {
    return new Finding(
        "norm.unexpected-after-bn",
        Severity.UNCHECKED,
        "The norms of features were not measured in this run.",
        List.of(),
        "");
  }

  /** Looks like a fault and is none. */
  static Finding note() {
    return new Finding(
        "ce.at-chance",
        Severity.INFO,
        "Cross-entropy is at chance; that is normal in the first steps.",
        List.of(new Evidence("cross-entropy of one batch", "4.171", "ln 64 = 4.159 at the start")),
        "Look again after 300 steps.");
  }
}
