package reidstudio.faultbench;

import java.lang.reflect.Field;
import java.util.Optional;

/**
 * Fields that nothing outside of their class may reach: only the bench, which has to spoil what the
 * program itself never would.
 */
final class Inside {
  private Inside() {}

  /**
   * The value at {@code path}, field names with dots between them, seen from {@code owner}; what is
   * optional must be there.
   */
  static Object get(Object owner, String path) {
    Object at = owner;
    for (String name : path.split("\\.", -1)) {
      try {
        Object value = field(at, name).get(at);
        at = value instanceof Optional<?> maybe ? maybe.orElseThrow() : value;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return at;
  }

  /** Puts {@code value} to where {@code path} leads. */
  static void set(Object owner, String path, Object value) {
    int dot = path.lastIndexOf('.');
    Object at = dot < 0 ? owner : get(owner, path.substring(0, dot));
    try {
      field(at, path.substring(dot + 1)).set(at, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(owner.getClass() + " has no " + name, e);
    }
  }
}
