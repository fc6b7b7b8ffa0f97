package reidstudio.data.audit;

import java.util.List;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;

/**
 * A data set with what was found out about it.
 *
 * @param mark the file or folder by which the layout is known
 * @param report what reading, and decoding if it was done, left out
 * @param people of both splits with what is shown of them
 * @param decoded whether every picture was decoded; else copies and damage inside files are unknown
 */
public record Verified(
    Dataset dataset,
    String mark,
    DataReport report,
    Audit audit,
    List<IdentityItems> people,
    boolean decoded) {
  public Verified {
    people = List.copyOf(people);
  }

  /** What can be told without decoding a picture. */
  public static Verified structure(Dataset dataset, String mark) {
    return new Verified(
        dataset, mark, dataset.report(), Audit.of(dataset), IdentityItems.of(dataset), false);
  }

  Verified with(DataReport all, Copies copies) {
    return new Verified(dataset, mark, all, audit.with(copies), people, true);
  }

  /** Whether nothing was left out and nothing speaks against training and testing. */
  public boolean passes() {
    return report.skipped() == 0 && audit.isSound();
  }
}
