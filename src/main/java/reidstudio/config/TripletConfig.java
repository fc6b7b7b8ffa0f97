package reidstudio.config;

/**
 * Batch-hard triplet loss over all items of a batch, before the neck.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param margin between the farthest positive and the nearest negative
 * @param softMargin whether the smooth hinge takes the margin's place
 */
public record TripletConfig(
    @Range(min = 0, max = 1000) double weight,
    @Range(min = 0, max = 100) double margin,
    boolean softMargin) {
  public TripletConfig {
    new Checks(TripletConfig.class).range("weight", weight).range("margin", margin).done();
  }

  /** Off, with the field's margin. */
  public static TripletConfig defaults() {
    return new TripletConfig(0, 0.3, false);
  }
}
