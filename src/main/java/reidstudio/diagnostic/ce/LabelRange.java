package reidstudio.diagnostic.ce;

import java.util.IntSummaryStatistics;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Does every label of the whole data set lie in 0 to C-1? */
final class LabelRange implements Check {
  private final Subject subject;

  LabelRange(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "label range over the whole data set";
  }

  @Override
  public Finding run() {
    int classes = (int) subject.model().classifier().getShape().get(0);
    IntSummaryStatistics labels =
        subject.dataset().trainItems().stream().mapToInt(Item::label).summaryStatistics();
    FindingBuilder finding =
        new FindingBuilder("ce.label-range")
            .saw("items looked at", Long.toString(labels.getCount()), "the whole data set")
            .saw("smallest label", labels.getMin(), "0")
            .abnormalIf(labels.getMin() < 0)
            .saw("largest label", labels.getMax(), "at most " + (classes - 1))
            .abnormalIf(labels.getMax() >= classes);
    if (labels.getMin() < 0 || labels.getMax() >= classes) {
      return finding.found(
          Severity.ERROR,
          "Labels lie outside the classifier's " + classes + " classes.",
          "Build the label map from the training identities alone and start a new run.");
    }
    return finding.ok("All labels fit the classifier's " + classes + " classes.");
  }
}
