package reidstudio.store;

import java.util.OptionalDouble;

/**
 * Last and best figures of a run.
 *
 * @param ceLoss cross-entropy of the last step; NaN if unknown
 * @param sdmLoss SDM of the last step; NaN if unknown
 * @param ceAccuracy batch accuracy of the last step, 0 to 1; NaN if unknown
 * @param bestMap the best mean mAP of its evaluations, 0 to 1; empty without one
 * @param ceCourse the course of cross-entropy
 */
public record RunFigures(
    double ceLoss, double sdmLoss, double ceAccuracy, OptionalDouble bestMap, Sketch ceCourse) {
  /** Of a run without a step. */
  public static RunFigures none() {
    return new RunFigures(
        Double.NaN, Double.NaN, Double.NaN, OptionalDouble.empty(), Sketch.empty());
  }
}
