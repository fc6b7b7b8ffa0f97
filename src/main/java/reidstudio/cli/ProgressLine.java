package reidstudio.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far the work is: one line drawn over on a terminal, else a line every few seconds. */
final class ProgressLine {
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** A longer line would wrap on a usual terminal and could not be drawn over. */
  private static final int WIDTH = 79;

  private final Console console;
  private final LongSupplier nanoTime;
  private String shown = "";
  private long shownAt;

  ProgressLine(Console console, LongSupplier nanoTime) {
    this.console = console;
    this.nanoTime = nanoTime;
  }

  /** The newest state of the work; nothing happens if it is what is shown. */
  void show(String whole) {
    String text =
        console.isTerminal() && whole.length() > WIDTH ? whole.substring(0, WIDTH) : whole;
    if (text.isEmpty() || text.equals(shown)) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (console.isTerminal()) {
      console.draw("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
    } else if (shown.isEmpty() || now - shownAt >= PLAIN_NANOS) {
      console.tell(text);
    } else {
      return;
    }
    shown = text;
    shownAt = now;
  }

  /** A line that stays, before the one that is drawn over. */
  void interject(String line) {
    if (console.isTerminal() && !shown.isEmpty()) {
      console.draw("\r" + " ".repeat(shown.length()) + "\r");
      shown = "";
    }
    console.tell(line);
  }

  /** The work is over; {@code text} is its last state. */
  void end(String text) {
    if (console.isTerminal()) {
      show(text);
      if (!shown.isEmpty()) {
        console.tell("");
      }
    } else if (!text.isEmpty() && !text.equals(shown)) {
      console.tell(text);
    }
    shown = "";
  }
}
