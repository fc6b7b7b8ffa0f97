package reidstudio.store.log;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.SettingScores;
import reidstudio.event.ZeroReason;

/** One thing that a line tells, in the terms of no program. */
sealed interface LogFact {
  /** Quantities of a step. */
  record Values(Place place, Map<MetricKey, Double> values) implements LogFact {
    public Values {
      values = Map.copyOf(values);
    }
  }

  /** SDM of the step at hand is zero. */
  record SdmZero(ZeroReason reason) implements LogFact {}

  /** An epoch begins. */
  record EpochBegins(int epoch, int announced) implements LogFact {}

  /** Batches that the program announced for an epoch. */
  record EpochAnnounced(int epoch, int batches) implements LogFact {}

  /** Batches that an epoch really had. */
  record EpochLength(int epoch, int batches) implements LogFact {}

  /** Time since the epoch began. */
  record EpochClock(int epoch, double seconds) implements LogFact {}

  /** How many epochs there are to be. */
  record Epochs(int planned) implements LogFact {}

  /** What is known of the run; what is not known is empty. */
  record Known(RunProfile profile) implements LogFact {}

  /** What is so as long as nothing better is known. */
  record Supposed(RunProfile profile) implements LogFact {}

  /**
   * How well people are found.
   *
   * @param epoch after which; empty for the one that was told of last
   * @param protocol by whose rules
   */
  record Scores(OptionalInt epoch, String protocol, List<SettingScores> settings)
      implements LogFact {
    public Scores {
      settings = List.copyOf(settings);
    }
  }

  /** A step was not applied because {@code culprit} is not finite. */
  record NonFinite(Place.Batch place, String culprit) implements LogFact {}
}
