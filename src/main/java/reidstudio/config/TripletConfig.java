package reidstudio.config;

/**
 * Batch-hard triplet loss over all items of a batch, before the neck.
 *
 * @param weight factor in the total loss; 0 switches it off
 * @param margin between the farthest positive and the nearest negative
 * @param softMargin whether the smooth hinge takes the margin's place
 */
public record TripletConfig(double weight, double margin, boolean softMargin) {
  public TripletConfig {
    new Checks().range("weight", weight, 0, 1000).range("margin", margin, 0, 100).done();
  }

  /** Off, with the field's margin. */
  public static TripletConfig defaults() {
    return new TripletConfig(0, 0.3, false);
  }
}
