package reidstudio.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the problems of one record; {@link #done} throws them together. */
final class Checks {
  /** Read once for each record: asking a class for its components takes long. */
  private static final ClassValue<Map<String, Range>> RANGES =
      new ClassValue<>() {
        @Override
        protected Map<String, Range> computeValue(Class<?> record) {
          Map<String, Range> ranges = new HashMap<>();
          for (RecordComponent component : record.getRecordComponents()) {
            Range range = component.getAnnotation(Range.class);
            if (range != null) {
              ranges.put(component.getName(), range);
            }
          }
          return Map.copyOf(ranges);
        }
      };

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
    Range range = RANGES.get(owner).get(field);
    if (range == null) {
      throw new IllegalStateException(owner + " has no range for " + field);
    }
    return range;
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
