package reidstudio.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Overlays a JSON tree on a record of numbers, flags, texts, enums, lists and further records,
 * gathering problems instead of stopping at the first.
 */
final class RecordReader {
  private final NearestKey nearest = new NearestKey();

  /** The overlaid record; {@code base} where this or an inner record had problems. */
  <T extends Record> T read(JsonNode tree, T base, List<Problem> problems) {
    return read(tree, base, "", problems);
  }

  private <T extends Record> T read(JsonNode tree, T base, String path, List<Problem> problems) {
    RecordComponent[] components = base.getClass().getRecordComponents();
    reportUnknownKeys(tree, components, path, problems);
    Object[] values = new Object[components.length];
    int before = problems.size();
    for (int i = 0; i < components.length; i++) {
      Object old = get(components[i], base);
      JsonNode node = tree.get(components[i].getName());
      values[i] = node == null ? old : value(node, components[i], old, path, problems);
    }
    // Built even after a problem: its other fields may be wrong too, and the user wants all at
    // once.
    T built = build(base, values, path, problems);
    return problems.size() > before ? base : built;
  }

  private Object value(
      JsonNode found, RecordComponent component, Object old, String group, List<Problem> problems) {
    String path = join(group, component.getName());
    if (old instanceof List<?>) {
      return list(found, new ListElement(component), old, path, problems);
    }
    JsonNode node =
        found instanceof POJONode typed && typed.getPojo() instanceof TypedText text
            ? text.readFor(old)
            : found;
    if (old instanceof Record inner) {
      if (node.isObject()) {
        return read(node, inner, path, problems);
      }
      problems.add(new Problem(path, "is a single value, a group of settings is expected"));
      return old;
    }
    Object parsed = scalar(node, old);
    if (parsed == null) {
      String what = node.isContainerNode() ? "a group or list of values" : node.toString();
      problems.add(new Problem(path, "is " + what + ", expected is " + expected(old)));
      return old;
    }
    return parsed;
  }

  /** A list in a file, or values between commas as a user types them. */
  private static Object list(
      JsonNode found, ListElement element, Object old, String path, List<Problem> problems) {
    List<JsonNode> nodes = new ArrayList<>();
    if (found instanceof POJONode typed && typed.getPojo() instanceof TypedText text) {
      text.parts().forEach(part -> nodes.add(part.readFor(element.example())));
    } else if (found.isArray()) {
      found.forEach(nodes::add);
    } else {
      nodes.add(found);
    }
    List<Object> values = nodes.stream().map(node -> scalar(node, element.example())).toList();
    if (values.stream().anyMatch(Objects::isNull)) {
      problems.add(new Problem(path, "is " + nodes + ", expected is " + element.expected()));
      return old;
    }
    return values;
  }

  private static Object scalar(JsonNode node, Object old) {
    if (old instanceof Boolean) {
      return node.isBoolean() ? node.booleanValue() : null;
    }
    if (old instanceof Integer) {
      return node.canConvertToInt() && node.isIntegralNumber() ? node.intValue() : null;
    }
    if (old instanceof Long) {
      return node.canConvertToLong() && node.isIntegralNumber() ? node.longValue() : null;
    }
    if (old instanceof Double) {
      return node.isNumber() ? node.doubleValue() : null;
    }
    if (old instanceof Enum<?> constant) {
      return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
          .filter(c -> keyOf(c).equals(node.asText()))
          .findFirst()
          .orElse(null);
    }
    return node.isTextual() || node.isIntegralNumber() ? node.asText() : null;
  }

  private static String expected(Object old) {
    if (old instanceof Integer || old instanceof Long) {
      return "a whole number";
    }
    if (old instanceof Double) {
      return "a number";
    }
    if (old instanceof Boolean) {
      return "true or false";
    }
    if (old instanceof Enum<?> constant) {
      return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
          .map(RecordReader::keyOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return "a text";
  }

  private void reportUnknownKeys(
      JsonNode tree, RecordComponent[] components, String path, List<Problem> problems) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    tree.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                problems.add(
                    new Problem(
                        join(path, key),
                        "is unknown, did you mean " + nearest.to(key, known) + "?"));
              }
            });
  }

  /**
   * Whether a problem is about values that nobody gave: where a field had a problem before, the
   * constructor saw the base's value in its place, and may have compared others with it.
   */
  private static boolean standsOnReplaced(Problem problem, String path, List<Problem> before) {
    boolean acrossGroups = problem.path().indexOf('.', path.length() + 1) > 0;
    return before.stream()
        .map(Problem::path)
        .anyMatch(known -> known.equals(problem.path()) || (acrossGroups && known.contains(".")));
  }

  /** Writes {@code record} as a tree that {@link #read} understands. */
  ObjectNode write(Record record, ObjectNode into) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = get(component, record);
      String name = component.getName();
      if (value instanceof Record inner) {
        write(inner, into.putObject(name));
      } else if (value instanceof Enum<?> constant) {
        into.put(name, keyOf(constant));
      } else if (value instanceof List<?> values) {
        ArrayNode array = into.putArray(name);
        values.forEach(array::addPOJO);
      } else {
        into.putPOJO(name, value);
      }
    }
    return into;
  }

  /** The word that stands for {@code constant}. */
  static String keyOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Object get(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("accessors of configuration records are public", e);
    }
  }

  @SuppressWarnings("unchecked") // the canonical constructor of T's class makes a T
  private static <T extends Record> T build(
      T base, Object[] values, String path, List<Problem> problems) {
    Class<?>[] types =
        Arrays.stream(base.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = base.getClass().getDeclaredConstructor(types);
      return (T) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof ConfigException invalid) {
        invalid.problems().stream()
            .map(p -> path.isEmpty() ? p : p.under(path))
            .filter(p -> !standsOnReplaced(p, path, problems))
            .forEach(problems::add);
        return base;
      }
      throw new IllegalStateException("a configuration record failed to check itself", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("configuration records have public constructors", e);
    }
  }
}
