package reidstudio.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One value of a configuration, as the records say it.
 *
 * @param path dotted key, as in files and on the command line
 * @param type what it is
 * @param range the numbers that it may have, if that is limited
 * @param words the words that it may be; empty where it is no choice
 */
public record ConfigSetting(String path, Type type, Optional<Range> range, List<String> words) {
  /** What a setting is. */
  public enum Type {
    WHOLE_NUMBER,
    NUMBER,
    FLAG,
    CHOICE,
    TEXT,
    NUMBERS,
    TEXTS
  }

  public ConfigSetting {
    words = List.copyOf(words);
  }

  /** All that a user may set, in the order of the records. */
  public static List<ConfigSetting> all() {
    List<ConfigSetting> all = new ArrayList<>();
    gather(RunConfig.class, "", all);
    all.removeIf(setting -> setting.path().equals("schemaVersion"));
    return List.copyOf(all);
  }

  private static void gather(Class<?> record, String group, List<ConfigSetting> into) {
    for (RecordComponent component : record.getRecordComponents()) {
      String path = group + component.getName();
      if (component.getType().isRecord()) {
        gather(component.getType(), path + ".", into);
      } else {
        Optional<Range> range = Optional.ofNullable(component.getAnnotation(Range.class));
        into.add(new ConfigSetting(path, type(component), range, words(component.getType())));
      }
    }
  }

  private static Type type(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return Type.WHOLE_NUMBER;
    }
    if (type == double.class) {
      return Type.NUMBER;
    }
    if (type == boolean.class) {
      return Type.FLAG;
    }
    if (type == List.class) {
      return new ListElement(component).type() == Double.class ? Type.NUMBERS : Type.TEXTS;
    }
    return type.isEnum() ? Type.CHOICE : Type.TEXT;
  }

  private static List<String> words(Class<?> type) {
    if (type == boolean.class) {
      return List.of("true", "false");
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(c -> RecordReader.keyOf((Enum<?>) c)).toList()
        : List.of();
  }
}
