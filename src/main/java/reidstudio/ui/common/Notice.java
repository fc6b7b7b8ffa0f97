package reidstudio.ui.common;

import java.util.Optional;
import reidstudio.event.Severity;

/**
 * Something that the user should know and that needs no answer.
 *
 * @param severity how bad it is
 * @param title one sentence
 * @param details text to copy for a report; may be empty
 * @param times how often it happened since it was last dismissed
 * @param action where it leads; empty if nowhere
 */
public record Notice(
    Severity severity, String title, String details, int times, Optional<Action> action) {
  /**
   * A button of a notice.
   *
   * @param key key of its text
   * @param run what it does
   */
  public record Action(String key, Runnable run) {}

  /** A notice that leads nowhere. */
  public Notice(Severity severity, String title, String details, int times) {
    this(severity, title, details, times, Optional.empty());
  }

  /** Whether {@code other} tells the same and leads to the same. */
  boolean repeats(Notice other) {
    return severity == other.severity
        && title.equals(other.title)
        && details.equals(other.details)
        && action.equals(other.action);
  }

  Notice again() {
    return new Notice(severity, title, details, times + 1, action);
  }
}
