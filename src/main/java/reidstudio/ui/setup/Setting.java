package reidstudio.ui.setup;

import java.math.BigDecimal;
import java.util.List;
import reidstudio.config.ConfigSetting;

/**
 * One value of the configuration in the form.
 *
 * @param typed what the configuration says of it
 * @param kind how it is entered
 * @param choices the allowed words, or suggestions; may be empty
 */
record Setting(ConfigSetting typed, Kind kind, List<String> choices) {
  private static final int LONGEST_PLAIN = 10;

  /** How a setting is entered. */
  enum Kind {
    NUMBER,
    TEXT,
    /** Values with commas between them. */
    LIST,
    /** The name of a file. */
    FILE,
    /** One of the choices. */
    CHOICE,
    /** Text with suggestions. */
    SUGGESTION
  }

  /** Entered as its type asks for. */
  static Setting of(ConfigSetting typed) {
    Kind kind =
        switch (typed.type()) {
          case WHOLE_NUMBER, NUMBER -> Kind.NUMBER;
          case FLAG, CHOICE -> Kind.CHOICE;
          case TEXT -> Kind.TEXT;
          case NUMBERS, TEXTS -> Kind.LIST;
        };
    return new Setting(typed, kind, typed.words());
  }

  /** The same, the name of a file. */
  Setting asFile() {
    return new Setting(typed, Kind.FILE, choices);
  }

  /** The same with suggestions. */
  Setting suggesting(List<String> suggestions) {
    return new Setting(typed, Kind.SUGGESTION, suggestions);
  }

  /** Dotted key, as on the command line. */
  String path() {
    return typed.path();
  }

  /** {@code text} as the form writes it: the same number always in the same way. */
  String plainly(String text) {
    return typed.type() == ConfigSetting.Type.NUMBER && !isNoNumber(text)
        ? plain(Double.parseDouble(text))
        : text;
  }

  boolean hasRange() {
    return typed.range().isPresent();
  }

  /** Smallest allowed number; NaN without a range. */
  double min() {
    return typed.range().map(range -> range.min()).orElse(Double.NaN);
  }

  /** Largest allowed number; NaN without a range. */
  double max() {
    return typed.range().map(range -> range.max()).orElse(Double.NaN);
  }

  /** Whether {@code text} is a number outside the range. */
  boolean isOutOfRange(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return hasRange() && !(value >= min() && value <= max());
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** Whether only whole numbers make sense. */
  boolean isWhole() {
    return typed.type() == ConfigSetting.Type.WHOLE_NUMBER;
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

  /** A number without needless zeros, and without exponent unless it would be long. */
  static String plain(double number) {
    if (number == 0) {
      return "0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    String plain = digits.toPlainString();
    return plain.length() <= LONGEST_PLAIN ? plain : scientific(digits);
  }

  private static String scientific(BigDecimal digits) {
    int exponent = digits.precision() - digits.scale() - 1;
    return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
