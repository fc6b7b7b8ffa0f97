package reidstudio.event;

import java.util.Objects;

/**
 * One setting to try another value of.
 *
 * @param key dotted name of the setting, such as {@code optimizer.head.learningRate}
 * @param value as it would be typed
 */
public record Change(String key, String value) {
  public Change {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
