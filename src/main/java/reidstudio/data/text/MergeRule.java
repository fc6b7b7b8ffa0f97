package reidstudio.data.text;

import java.util.Optional;

/** Two symbols that become one; the earlier a rule in its list, the sooner it is applied. */
record MergeRule(String left, String right) {
  /** From {@code "left right"}; no symbol holds a space. */
  static Optional<MergeRule> parse(String text) {
    int space = text.indexOf(' ');
    if (space < 1 || space == text.length() - 1 || text.indexOf(' ', space + 1) >= 0) {
      return Optional.empty();
    }
    return Optional.of(new MergeRule(text.substring(0, space), text.substring(space + 1)));
  }

  String result() {
    return left + right;
  }
}
