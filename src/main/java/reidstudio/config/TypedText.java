package reidstudio.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value as a user typed it, which only the setting that takes it can read: {@code 1e5} is a
 * number for a rate and a word for a name.
 *
 * @param text as typed
 */
record TypedText(String text) {
  private static final int PLAIN_FROM = -3;
  private static final int PLAIN_BELOW = 7;
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d*)");
  private static final Pattern NUMBER = Pattern.compile(WHOLE + "(\\.\\d+)?([eE][+-]?\\d+)?");

  /** The text that a user would type for {@code value}: a rate as 3e-5, a list with commas. */
  static TypedText of(Object value) {
    if (value instanceof Double number) {
      return new TypedText(number(number));
    }
    return new TypedText(String.valueOf(value));
  }

  private static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    return exponent >= PLAIN_FROM && exponent < PLAIN_BELOW
        ? digits.toPlainString()
        : digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }

  /** A number only if all of it is one: "12 abc" stays a text and is refused by its setting. */
  JsonNode readFor(Object old) {
    if (old instanceof Number && WHOLE.matcher(text).matches()) {
      return BigIntegerNode.valueOf(new BigInteger(text));
    }
    if (old instanceof Number && NUMBER.matcher(text).matches()) {
      return DoubleNode.valueOf(Double.parseDouble(text));
    }
    if (old instanceof Boolean && (text.equals("true") || text.equals("false"))) {
      return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }
    return TextNode.valueOf(text);
  }

  /** The parts between commas, each as typed; none if nothing was typed. */
  List<TypedText> parts() {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(part -> new TypedText(part.strip())).toList();
  }
}
