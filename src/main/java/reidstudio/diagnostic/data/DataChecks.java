package reidstudio.diagnostic.data;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;

/** The checks in the order pictures, their numbers, captions, counts, splits. */
public final class DataChecks {
  private DataChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    return List.of(
        new EmptyPictures(subject),
        new InputScale(subject),
        new CaptionVariety(subject),
        new ModalityBalance(subject),
        new SplitLeak(subject));
  }
}
