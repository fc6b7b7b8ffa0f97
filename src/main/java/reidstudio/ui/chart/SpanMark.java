package reidstudio.ui.chart;

/**
 * A stretch of the x axis that something is to be said about: a bar at the upper edge and a shade
 * below it.
 *
 * @param id what a click on the bar names
 * @param from where it begins
 * @param to where it ends, not before {@code from}
 * @param tone {@link Tone#BAD} is drawn as a whole bar, everything else as a dashed one, so that
 *     they are told apart without colours
 * @param tooltip what the mouse over the bar tells
 */
public record SpanMark(String id, double from, double to, Tone tone, String tooltip) {
  public SpanMark {
    if (!(from <= to)) {
      throw new IllegalArgumentException("begins at " + from + " after it ends at " + to);
    }
  }
}
