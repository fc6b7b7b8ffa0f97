package reidstudio.store.log;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as Python prints them. */
final class LogNumber {
  /** A number, for use in other patterns. */
  static final String FORM = "[+-]?(?:\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|nan|inf)";

  private static final Pattern NUMBER = Pattern.compile(FORM + "%?");

  private LogNumber() {}

  /** The number; empty for anything else, such as the dash that stands for "not known". */
  static OptionalDouble parse(String text) {
    String trimmed = text.strip();
    if (!NUMBER.matcher(trimmed).matches()) {
      return OptionalDouble.empty();
    }
    return trimmed.endsWith("%")
        ? OptionalDouble.of(share(trimmed.substring(0, trimmed.length() - 1)))
        : OptionalDouble.of(plain(trimmed));
  }

  /** A number of percent as a share, rounded once. */
  static double share(String percent) {
    return percent.matches("[+-]?(?:nan|inf)")
        ? plain(percent)
        : new BigDecimal(withoutBareDot(percent)).movePointLeft(2).doubleValue();
  }

  /** A whole number; -1 where it is too large for one. */
  static int whole(String digits) {
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }

  private static double plain(String text) {
    return switch (text) {
      case "nan", "+nan", "-nan" -> Double.NaN;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String withoutBareDot(String text) {
    return text.endsWith(".") ? text + "0" : text;
  }
}
