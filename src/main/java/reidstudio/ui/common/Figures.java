package reidstudio.ui.common;

import java.util.Locale;

/** Writes measured numbers the way a reader of training curves expects them. */
public final class Figures {
  /** What stands for a number that was not measured. */
  public static final String NONE = "–";

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private Figures() {}

  /** Four significant digits without needless zeros: 5.951, 0.0123, 1.2e-05. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.2g", value);
    }
    int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A share of 1 in percent, with one decimal below 10 % and a space that never breaks. */
  public static String percent(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    double percent = share * 100;
    boolean small = percent != 0 && Math.abs(percent) < 9.95;
    return String.format(Locale.ROOT, small ? "%.1f\u00a0%%" : "%.0f\u00a0%%", percent);
  }

  /** A count such as valid rows; whole unless it is a mean. */
  public static String count(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%.1f", value);
  }

  /** Seconds as 42 s, 3:07 min or 2:05 h, in the language of {@code messages}. */
  public static String duration(double seconds, Messages messages) {
    if (!Double.isFinite(seconds)) {
      return NONE;
    }
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return messages.get("duration.seconds", Long.toString(whole));
    }
    return whole < HOUR
        ? messages.get("duration.minutes", Long.toString(whole / 60), twoDigits(whole % 60))
        : messages.get("duration.hours", Long.toString(whole / 3600), twoDigits(whole / 60 % 60));
  }

  private static String twoDigits(long number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  /** MiB as 812 MiB or 3.4 GiB. */
  public static String mebibytes(double mebibytes) {
    if (Double.isNaN(mebibytes)) {
      return NONE;
    }
    return mebibytes < 1024
        ? String.format(Locale.ROOT, "%.0f MiB", mebibytes)
        : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024);
  }
}
