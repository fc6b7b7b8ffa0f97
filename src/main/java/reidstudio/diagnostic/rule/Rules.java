package reidstudio.diagnostic.rule;

import java.util.List;

/** The rules there are. */
final class Rules {
  private Rules() {}

  /** Every rule, new. */
  static List<Rule> all() {
    return List.of();
  }
}
