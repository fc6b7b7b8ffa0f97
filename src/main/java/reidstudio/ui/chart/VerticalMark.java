package reidstudio.ui.chart;

/**
 * Something that happened at {@code x}.
 *
 * @param label short text beside the line, left out where there is no room; may be empty
 * @param tooltip what the mouse over the line tells; may be empty
 */
public record VerticalMark(double x, String label, Kind kind, String tooltip) {
  /** What happened. */
  public enum Kind {
    /** An epoch began: a faint line, left out where epochs are too dense. */
    EPOCH(Tone.NEUTRAL),
    /** The run was resumed. */
    RESTART(Tone.NEUTRAL),
    /** The run stood still here. */
    PAUSE(Tone.NEUTRAL),
    /** Something went on here that the axis leaves out: a zigzag through the axis. */
    BREAK(Tone.NEUTRAL),
    /** A break that comes again and again: left out where they are too dense. */
    REGULAR_BREAK(Tone.NEUTRAL),
    /** Something to look at. */
    WARNING(Tone.WARNING),
    /** A fault was found. */
    FAULT(Tone.BAD);

    private final Tone tone;

    Kind(Tone tone) {
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }
  }
}
