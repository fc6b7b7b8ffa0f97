package reidstudio.ui.chart;

import java.util.Locale;

/**
 * Writes seconds as a duration: {@code m:ss}, {@code h:mm:ss} from an hour on, or {@code h:mm h}.
 */
final class TidyDuration {
  private static final double COARSE = 600;

  private TidyDuration() {}

  /** Hours and minutes if {@code step} is ten minutes or more; decimals if it is below a second. */
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
    if (step >= COARSE && rest == 0) {
      return String.format(Locale.ROOT, "%s%d:%02d h", sign, hours, minutes);
    }
    if (hours == 0) {
      return String.format(Locale.ROOT, "%s%d:%02d", sign, minutes, rest);
    }
    return String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, hours, minutes, rest);
  }
}
