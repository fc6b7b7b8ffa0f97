package reidstudio.ui.chart;

import java.util.Locale;

/** Writes seconds as a duration: {@code m:ss}, from an hour on {@code h:mm} or {@code h:mm:ss}. */
final class TidyDuration {
  private TidyDuration() {}

  /** Seconds appear in full if {@code step} is below a minute, with decimals below a second. */
  static String of(double seconds, double step) {
    double size = Math.abs(seconds);
    String sign = seconds < 0 ? "−" : "";
    if (step < 1 && size < 60) {
      return sign + TidyNumber.tick(size, step) + " s";
    }
    long whole = Math.round(size);
    long hours = whole / 3600;
    long minutes = whole / 60 % 60;
    long rest = whole % 60;
    if (hours == 0) {
      return String.format(Locale.ROOT, "%s%d:%02d", sign, minutes, rest);
    }
    if (step >= 60 && rest == 0) {
      return String.format(Locale.ROOT, "%s%d:%02d h", sign, hours, minutes);
    }
    return String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, hours, minutes, rest);
  }
}
