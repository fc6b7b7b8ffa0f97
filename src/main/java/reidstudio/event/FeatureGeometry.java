package reidstudio.event;

import java.util.List;

/**
 * How the features of single items lie to one another, in numbers.
 *
 * @param points features looked at
 * @param ofPoints as many single items there are
 * @param width numbers of a feature
 * @param effectiveRank dimensions that the features really use
 * @param varianceX share of the variance along the first axis of the map
 * @param varianceY share of the variance along the second
 * @param distances of the modalities from the visible pictures
 */
public record FeatureGeometry(
    int points,
    int ofPoints,
    int width,
    double effectiveRank,
    double varianceX,
    double varianceY,
    List<ModalityDistance> distances) {
  public FeatureGeometry {
    distances = List.copyOf(distances);
  }
}
