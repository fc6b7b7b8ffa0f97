package reidstudio.event;

import java.util.Objects;

/**
 * Where in a run something shows.
 *
 * @param key the quantity on whose chart it is best seen
 * @param first step
 * @param last step, not before the first
 */
public record Span(MetricKey key, long first, long last) {
  public Span {
    Objects.requireNonNull(key, "key");
    if (last < first) {
      throw new IllegalArgumentException("ends at " + last + " before it begins at " + first);
    }
  }
}
