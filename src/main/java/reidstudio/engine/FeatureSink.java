package reidstudio.engine;

/** Takes the features of an evaluation, one by one. */
interface FeatureSink {
  /** The set of the gallery's features. */
  String GALLERY = "gallery";

  /**
   * Takes a feature.
   *
   * @param set {@link #GALLERY} or the name of a setting
   * @param identity raw identity
   * @param feature as the model makes it, not normalised; not to be changed
   */
  void accept(String set, String identity, float[] feature);
}
