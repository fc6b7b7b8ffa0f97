package reidstudio.store.log;

import java.util.List;
import java.util.regex.Matcher;

/** What the formats of the Python trainer of the PRCV challenge have in common. */
final class TrainerFormats {
  static final String PROGRAM = "PRCV trainer";

  private TrainerFormats() {}

  static List<LogFormat> all() {
    return List.of(
        new TrainerSteps(), new TrainerWarnings(), new TrainerSettings(), new TrainerScores());
  }

  /** The batch in the first two groups, epoch counted from 1 and batch from 0. */
  static Place.Batch batch(Matcher line) {
    return new Place.Batch(
        LogNumber.whole(line.group(1)), LogNumber.whole(line.group(2)) + 1, 0, Place.Sight.ASIDE);
  }
}
