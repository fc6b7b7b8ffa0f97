package reidstudio.diagnostic.ce;

import ai.djl.ndarray.types.Shape;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Does the classifier have one row for each training identity? */
final class HeadShape implements Check {
  private final Subject subject;

  HeadShape(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "shape of the classifier";
  }

  @Override
  public Finding run() {
    Shape shape = subject.model().classifier().getShape();
    int identities = subject.dataset().trainIdentities();
    FindingBuilder finding =
        new FindingBuilder("ce.head-shape")
            .saw("classifier rows", Long.toString(shape.get(0)), Integer.toString(identities))
            .abnormalIf(shape.get(0) != identities)
            .saw("classifier columns", Long.toString(shape.get(1)), "the embedding's width");
    if (shape.get(0) != identities) {
      return finding.found(
          Severity.ERROR,
          "The classifier has " + shape.get(0) + " rows for " + identities + " identities.",
          "Start a new run on this data set; a head belongs to the identities it was made for.");
    }
    return finding.ok("One classifier row for each of the " + identities + " identities.");
  }
}
