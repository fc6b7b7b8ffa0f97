package reidstudio.store;

import java.util.List;

/**
 * The rough course of a metric: its exact values at some steps, about equally far from each other.
 * What happened between them it does not tell.
 *
 * @param values in the order of their steps, all finite
 * @param steps how many steps they stand for
 */
public record Sketch(List<Double> values, long steps) {
  public Sketch {
    values = List.copyOf(values);
  }

  /** Of a metric that was not measured. */
  public static Sketch empty() {
    return new Sketch(List.of(), 0);
  }
}
