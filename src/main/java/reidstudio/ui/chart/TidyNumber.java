package reidstudio.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers shortly: for ticks as precisely as their distance asks, for values as asked. */
final class TidyNumber {
  private static final String[] SUFFIXES = {"k", "M", "G", "T"};

  private static final int PLACE_DIGITS = 7;

  private TidyNumber() {}

  /** A tick label, for example 0, 1.5k, 0.0035, 2.5e-4, 1e18. */
  static String tick(double value, double step) {
    BigDecimal exact = atStep(value, step);
    double size = Math.abs(exact.doubleValue());
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e15) {
      return scientific(exact);
    }
    if (size < 1000) {
      return plain(exact);
    }
    int group = Math.min(SUFFIXES.length, (int) Math.floor(Math.log10(size) / 3 + 1e-9));
    BigDecimal scaled = exact.movePointLeft(3 * group).stripTrailingZeros();
    // 1.000125M says less than 1000125
    return scaled.scale() > 3 ? plain(exact) : plain(scaled) + SUFFIXES[group - 1];
  }

  /** A value to read, with so many significant digits; NaN and infinities by name. */
  static String value(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    double size = Math.abs(value);
    boolean isLong = size >= 1e7 || (size < 1e-3 && size > 0);
    return isLong ? scientific(rounded) : plain(rounded);
  }

  /** Every digit of the value, whole numbers without a fraction. */
  static String exact(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    boolean isNegativeZero = value == 0 && 1 / value < 0;
    return isWhole && !isNegativeZero ? Long.toString((long) value) : Double.toString(value);
  }

  /** Whole numbers in full, others with at most seven significant digits. */
  static String place(double value) {
    return value == Math.rint(value) ? exact(value) : value(value, PLACE_DIGITS);
  }

  private static BigDecimal atStep(double value, double step) {
    int decimals = 1 - (int) Math.floor(Math.log10(Math.abs(step)) + 1e-9);
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros();
  }

  private static String plain(BigDecimal number) {
    return signed(number, number.abs().toPlainString());
  }

  private static String scientific(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    String mantissa = number.abs().movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return signed(number, mantissa + "e" + exponent);
  }

  private static String signed(BigDecimal number, String magnitude) {
    return number.signum() < 0 ? "−" + magnitude : magnitude;
  }
}
