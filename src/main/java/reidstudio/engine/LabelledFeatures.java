package reidstudio.engine;

/**
 * Features with who they show.
 *
 * @param rows one feature each, all of the same length; not copied
 * @param identities one number each; not copied
 */
public record LabelledFeatures(float[][] rows, int[] identities) {
  public LabelledFeatures {
    if (rows.length != identities.length) {
      throw new IllegalArgumentException(
          rows.length + " features cannot have " + identities.length + " identities");
    }
  }

  /** Number of features. */
  public int size() {
    return rows.length;
  }
}
