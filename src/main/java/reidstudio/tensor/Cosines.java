package reidstudio.tensor;

/**
 * Cosine of one query with each row of a {@link CosineGallery}: of all as the device sums them in
 * float, and of a single one in double.
 */
public final class Cosines {
  private final float[] query;
  private final float[] gallery;
  private final float[] quick;

  /**
   * @param query D numbers of length 1
   * @param gallery rows of D numbers of length 1, one after another
   */
  Cosines(float[] query, float[] gallery, float[] quick) {
    this.query = query;
    this.gallery = gallery;
    this.quick = quick;
  }

  /** Of all rows; the caller must not change them. */
  public float[] quick() {
    return quick;
  }

  /**
   * How far two quick cosines may be apart and yet in the wrong order: twice the error that the sum
   * of D products practically never exceeds, 4 sqrt(D) 2^-24 (Higham and Mary, A new approach to
   * probabilistic rounding error analysis, 2019, for unit vectors). With TF32 the products
   * themselves are rougher, and this says nothing.
   */
  public float reach() {
    return (float) (8 * Math.sqrt(query.length) * 0x1p-24);
  }

  /** Of row {@code row}, the same on every machine. */
  public double exact(int row) {
    int at = row * query.length;
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < query.length; i += 2) {
      even += (double) query[i] * gallery[at + i];
      odd += (double) query[i + 1] * gallery[at + i + 1];
    }
    return i < query.length ? even + odd + (double) query[i] * gallery[at + i] : even + odd;
  }
}
