package reidstudio.store.log;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Counts the steps of a run from epochs and batches, as far as a log tells: an epoch has as many as
 * its program says it had, else as many as its bar showed, else as many as were announced. A log
 * that goes back, because its run was started again, is counted on.
 */
final class StepAxis {
  private final Map<Integer, Integer> told = new HashMap<>();
  private long before;
  private long last;
  private int epoch;
  private int index;
  private int announced;
  private int epochShift;
  private long stepShift;
  private long firstOfEpoch;
  private boolean bars;
  private boolean barsInEpoch;
  private int usualLength;
  private boolean usualIsKnown;

  /** How a place became a step. */
  enum Manner {
    /** It is the step that was placed last. */
    SAME,
    /** It comes next. */
    NEXT,
    /** It comes next, but how many steps lie before it is a guess. */
    GUESSED,
    /** The log went back; it is counted on. */
    RESTARTED,
    /** It lies before a step that was placed already. */
    LATE
  }

  /**
   * A step.
   *
   * @param step counted from 1 over the whole run
   * @param epoch counted from 1
   * @param index counted from 1 in its epoch
   */
  record Position(long step, int epoch, int index, Manner manner) {}

  /** An epoch had so many batches. */
  void epochLength(int ofEpoch, int batches) {
    told.put(ofEpoch, batches);
  }

  /** The epoch as it is counted here; differs from the log's after a restart. */
  int shown(int ofEpoch) {
    return ofEpoch + epochShift;
  }

  /** The epoch of the step that was placed last; 0 before the first. */
  int epoch() {
    return epoch;
  }

  /** Batches of the epoch that was placed last up to this one. */
  int index() {
    return index;
  }

  /** The step that was placed last; 0 before the first. */
  long last() {
    return last;
  }

  /** Batches that this epoch is known to have, or that the one before it had. */
  OptionalInt knownLength() {
    int length = told.getOrDefault(epoch, usualIsKnown ? usualLength : 0);
    return length > 0 ? OptionalInt.of(length) : OptionalInt.empty();
  }

  Position place(Place.Batch place) {
    bars |= place.sight() == Place.Sight.BAR;
    boolean back = place.epoch() < epoch || (place.epoch() == epoch && place.index() < index - 1);
    if (back && bars && place.sight() == Place.Sight.ASIDE) {
      return new Position(last, shown(epoch), index, Manner.LATE);
    }
    Manner manner = Manner.NEXT;
    if (back) {
      restart(place.epoch(), place.index());
      manner = Manner.RESTARTED;
    } else if (place.epoch() > epoch) {
      manner = turnTo(place.epoch(), place.announced());
    } else if (place.index() <= index && last > 0) {
      // a bar is drawn before the batch ends that it is beside, and again after it
      note(place);
      return new Position(last, shown(epoch), index, Manner.SAME);
    }
    note(place);
    index = place.index();
    last = before + index;
    return new Position(last, shown(epoch), index, manner);
  }

  Position place(Place.Overall place) {
    long step = place.step() + stepShift;
    int inEpoch = place.epoch() > 0 ? place.epoch() : Math.max(1, epoch);
    if (step == last && inEpoch == epoch) {
      return new Position(last, shown(epoch), index, Manner.SAME);
    }
    Manner manner = Manner.NEXT;
    if (step <= last) {
      stepShift = last - place.step() + 1;
      step = last + 1;
      manner = Manner.RESTARTED;
    }
    if (inEpoch < epoch) {
      epochShift += epoch - inEpoch + 1;
      manner = Manner.RESTARTED;
    }
    if (inEpoch != epoch) {
      epoch = inEpoch;
      before = last;
      firstOfEpoch = place.epoch() > 0 ? step : 1;
    }
    last = step;
    index = (int) Math.min(Integer.MAX_VALUE, step - firstOfEpoch + 1);
    return new Position(step, shown(epoch), index, manner);
  }

  /** The last step of an epoch, which is made up if none of the epoch was placed. */
  Position placeEnd(int ofEpoch) {
    if (ofEpoch == epoch) {
      return new Position(last, shown(epoch), index, Manner.SAME);
    }
    int length = told.getOrDefault(ofEpoch, Math.max(1, usualLength));
    Position end = place(new Place.Batch(ofEpoch, length, 0, Place.Sight.ASIDE));
    boolean guess = end.manner() == Manner.NEXT && !told.containsKey(ofEpoch);
    return guess ? new Position(end.step(), end.epoch(), end.index(), Manner.GUESSED) : end;
  }

  private void note(Place.Batch place) {
    barsInEpoch |= place.sight() == Place.Sight.BAR;
    announced = Math.max(announced, place.announced());
  }

  private Manner turnTo(int next, int nextAnnounced) {
    int gap = next - epoch - 1;
    boolean first = epoch == 0;
    if (!first) {
      usualLength = length();
      before += usualLength;
    }
    if (gap > 0) {
      before += (long) gap * (usualLength > 0 ? usualLength : nextAnnounced);
    }
    epoch = next;
    index = 0;
    announced = 0;
    barsInEpoch = false;
    return gap > 0 ? Manner.GUESSED : Manner.NEXT;
  }

  private int length() {
    usualIsKnown = true;
    if (told.containsKey(epoch)) {
      return Math.max(index, told.get(epoch));
    }
    if (barsInEpoch || announced > 0) {
      return barsInEpoch ? index : Math.max(index, announced);
    }
    usualIsKnown = false;
    return Math.max(index, usualLength);
  }

  private void restart(int again, int firstIndex) {
    epochShift += epoch - again + 1;
    before = last - Math.max(0, firstIndex - 1);
    epoch = again;
    index = 0;
    announced = 0;
    barsInEpoch = false;
    told.clear();
  }
}
