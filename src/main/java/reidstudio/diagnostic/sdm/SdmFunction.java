package reidstudio.diagnostic.sdm;

/** SDM of features in ordinary memory. */
@FunctionalInterface
interface SdmFunction {
  /** Of N x D queries and an M x D gallery with their identities. */
  double of(float[][] query, int[] queryLabels, float[][] gallery, int[] galleryLabels);
}
