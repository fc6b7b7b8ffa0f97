package reidstudio.ui.setup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reidstudio.config.RunConfig;

/**
 * One value of the configuration that the form offers.
 *
 * @param path dotted key, as on the command line
 * @param kind how it is entered
 * @param min smallest allowed number; NaN where it is no number with a range
 * @param max largest allowed number
 * @param choices the allowed words, or suggestions; may be empty
 * @param read takes the value out of a configuration
 */
record Setting(
    String path,
    Kind kind,
    double min,
    double max,
    List<String> choices,
    Function<RunConfig, Object> read) {
  /** How a setting is entered. */
  enum Kind {
    NUMBER,
    TEXT,
    /** The name of a file. */
    FILE,
    /** One of the choices. */
    CHOICE,
    /** Text with suggestions. */
    SUGGESTION
  }

  static Setting number(String path, double min, double max, Function<RunConfig, Object> read) {
    return new Setting(path, Kind.NUMBER, min, max, List.of(), read);
  }

  static Setting text(String path, Function<RunConfig, Object> read) {
    return new Setting(path, Kind.TEXT, Double.NaN, Double.NaN, List.of(), read);
  }

  static Setting file(String path, Function<RunConfig, Object> read) {
    return new Setting(path, Kind.FILE, Double.NaN, Double.NaN, List.of(), read);
  }

  static Setting suggestion(
      String path, List<String> suggestions, Function<RunConfig, Object> read) {
    return new Setting(path, Kind.SUGGESTION, Double.NaN, Double.NaN, suggestions, read);
  }

  static Setting flag(String path, Function<RunConfig, Object> read) {
    return new Setting(path, Kind.CHOICE, Double.NaN, Double.NaN, List.of("true", "false"), read);
  }

  static Setting choice(String path, Enum<?>[] constants, Function<RunConfig, Object> read) {
    List<String> words = Arrays.stream(constants).map(Setting::word).toList();
    return new Setting(path, Kind.CHOICE, Double.NaN, Double.NaN, words, read);
  }

  /** The value in {@code config} as a user would type it. */
  String textIn(RunConfig config) {
    Object value = read.apply(config);
    if (value instanceof Double number) {
      return plain(number);
    }
    return value instanceof Enum<?> constant ? word(constant) : String.valueOf(value);
  }

  /** {@code text} as {@link #textIn} would write it. */
  String plainly(String text) {
    return kind == Kind.NUMBER && !isNoNumber(text) && !isWhole()
        ? plain(Double.parseDouble(text))
        : text;
  }

  boolean hasRange() {
    return !Double.isNaN(min);
  }

  /** Whether {@code text} is a number outside the range. */
  boolean isOutOfRange(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return hasRange() && !(value >= min && value <= max);
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** Whether only whole numbers make sense. */
  boolean isWhole() {
    return kind == Kind.NUMBER && !(read.apply(RunConfig.defaults()) instanceof Double);
  }

  /** Whether {@code text} cannot be read as the number that it should be. */
  boolean isNoNumber(String text) {
    if (kind != Kind.NUMBER) {
      return false;
    }
    try {
      BigDecimal value = new BigDecimal(text.strip());
      return isWhole() && value.stripTrailingZeros().scale() > 0;
    } catch (NumberFormatException notANumber) {
      return true;
    }
  }

  /** A number without exponent and needless zeros. */
  static String plain(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
