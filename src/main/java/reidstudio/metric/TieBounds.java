package reidstudio.metric;

/**
 * What the order among equally similar items decides. Without ties both bounds are the score.
 *
 * @param tiedQueries queries with a match that is exactly as similar as something that is none
 * @param lowest mAP with the matches last among equals
 * @param highest mAP with the matches first among equals
 */
public record TieBounds(int tiedQueries, double lowest, double highest) {
  /** Share of mAP that is the gallery's order and not the features' doing. */
  public double width() {
    return highest - lowest;
  }
}
