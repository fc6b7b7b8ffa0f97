package reidstudio.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the problems of one record; {@link #done} throws them together. */
final class Checks {
  private final Class<? extends Record> owner;
  private final List<Problem> problems = new ArrayList<>();

  /** Of a record of class {@code owner}. */
  Checks(Class<? extends Record> owner) {
    this.owner = owner;
  }

  /** That {@code value} lies in the {@link Range} of its component. */
  Checks range(String field, double value) {
    Range allowed = rangeOf(field);
    if (!(value >= allowed.min() && value <= allowed.max())) {
      String range = number(allowed.min()) + " to " + number(allowed.max());
      fail(field, "is " + number(value) + ", allowed is " + range);
    }
    return this;
  }

  private Range rangeOf(String field) {
    return Arrays.stream(owner.getRecordComponents())
        .filter(component -> component.getName().equals(field))
        .map(component -> component.getAnnotation(Range.class))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(owner + " has no " + field));
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
