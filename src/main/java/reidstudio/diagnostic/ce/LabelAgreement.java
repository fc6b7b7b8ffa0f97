package reidstudio.diagnostic.ce;

import java.util.List;
import java.util.Objects;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Do batch plans and batches carry the label that the data set gives to the same item? A sampler
 * that numbers items differently from the loader trains on wrong labels without a sign.
 */
final class LabelAgreement implements Check {
  private final Subject subject;

  LabelAgreement(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "labels of a batch against the data set";
  }

  @Override
  public Finding run() {
    HostBatch batch = subject.batches().batch(0);
    List<Item> items = subject.dataset().trainItems();
    int wrong = 0;
    for (int row = 0; row < batch.rows(); row++) {
      String name = batch.names().get(row);
      int label = batch.labels().get(row);
      var modality = batch.modalities().get(row);
      boolean agrees =
          items.stream()
              .anyMatch(
                  item ->
                      Objects.equals(item.name(), name)
                          && item.modality() == modality
                          && item.label() == label);
      wrong += agrees ? 0 : 1;
    }
    FindingBuilder finding =
        new FindingBuilder("ce.label-agreement")
            .saw("rows looked at", batch.rows(), "one batch")
            .saw("rows with another label", wrong, "0")
            .abnormalIf(wrong > 0);
    if (wrong > 0) {
      return finding.found(
          Severity.ERROR,
          "The loader hands out items under labels of other people.",
          "The sampler's index space is not the data set's; use another sampler.kind.");
    }
    return finding.ok("Every row of a batch carries the label of its item.");
  }
}
