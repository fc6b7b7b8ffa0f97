package reidstudio.ui.common;

import reidstudio.event.Severity;

/**
 * Something that the user should know and that needs no answer.
 *
 * @param severity how bad it is
 * @param title one sentence
 * @param details text to copy for a report; may be empty
 * @param times how often it happened since it was last dismissed
 */
public record Notice(Severity severity, String title, String details, int times) {
  /** Whether {@code other} tells the same. */
  boolean repeats(Notice other) {
    return severity == other.severity && title.equals(other.title) && details.equals(other.details);
  }

  Notice again() {
    return new Notice(severity, title, details, times + 1);
  }
}
