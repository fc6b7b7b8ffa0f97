package reidstudio.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one record; {@link #done} throws them together. */
final class Checks {
  private final List<Problem> problems = new ArrayList<>();

  Checks range(String field, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      fail(field, "is " + number(value) + ", allowed is " + number(min) + " to " + number(max));
    }
    return this;
  }

  Checks that(boolean holds, String field, String message) {
    if (!holds) {
      fail(field, message);
    }
    return this;
  }

  void done() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private void fail(String field, String message) {
    problems.add(new Problem(field, message));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
