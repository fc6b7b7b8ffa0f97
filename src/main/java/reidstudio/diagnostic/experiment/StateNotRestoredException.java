package reidstudio.diagnostic.experiment;

import java.util.List;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** After an experiment the run's state is not what it was before. */
public final class StateNotRestoredException extends RuntimeException {
  /** Id of the finding, for whoever must not let the run go on. */
  public static final String ID = "check.state-not-restored";

  private static final long serialVersionUID = 1L;

  private final String first;
  private final int lost;
  private final int all;

  /**
   * @param names of the arrays that differ, at least one
   * @param all how many arrays the state has
   * @param cause of the first failure, or null if nothing failed and numbers differ all the same
   */
  StateNotRestoredException(List<String> names, int all, Throwable cause) {
    super(names.size() + " of " + all + " arrays were not put back, first " + names.get(0), cause);
    this.first = names.get(0);
    this.lost = names.size();
    this.all = all;
  }

  /** What the report says. */
  public Finding finding() {
    return new FindingBuilder(ID)
        .saw("arrays that differ", lost, "0 of " + all)
        .abnormalIf(true)
        .saw("the first of them", first, "")
        .found(
            Severity.ERROR,
            "The experiment did not leave the run as it was.",
            "Stop the run and continue it from its last checkpoint.");
  }
}
