package reidstudio.metric;

/**
 * What a ranking scores that puts the gallery in a random order: every order equally likely. The
 * closed forms follow from that alone.
 */
public final class Chance {
  private final int gallery;
  private final double harmonic;

  /**
   * @param gallery items M, at least 1
   */
  public Chance(int gallery) {
    if (gallery < 1) {
      throw new IllegalArgumentException("A gallery of " + gallery + " items cannot be ranked.");
    }
    this.gallery = gallery;
    double sum = 0;
    for (int i = gallery; i >= 1; i--) {
      sum += 1.0 / i;
    }
    harmonic = sum;
  }

  /**
   * Expected average precision with {@code matches} = R of M right: (H + (R - 1) / (M - 1) * (M -
   * H)) / M, H the M-th harmonic number. An item at rank i is right with probability R / M, and
   * each of the i - 1 before it then with (R - 1) / (M - 1).
   *
   * @param matches 1 to M
   */
  public double averagePrecision(int matches) {
    check(matches);
    double others = gallery == 1 ? 0 : (matches - 1.0) / (gallery - 1.0);
    return (harmonic + others * (gallery - harmonic)) / gallery;
  }

  /**
   * Probability of a match within each of the first {@code ranks} ranks; index 0 is rank 1. The
   * first k are all wrong with probability C(M - R, k) / C(M, k).
   *
   * @param matches 1 to M
   */
  public double[] cmc(int matches, int ranks) {
    check(matches);
    double[] cmc = new double[ranks];
    double allWrong = 1;
    for (int k = 0; k < ranks; k++) {
      allWrong *= k < gallery ? Math.max(0, gallery - matches - k) / (double) (gallery - k) : 0;
      cmc[k] = 1 - allWrong;
    }
    return cmc;
  }

  private void check(int matches) {
    if (matches < 1 || matches > gallery) {
      throw new IllegalArgumentException(
          "A query cannot have %d matches in a gallery of %d.".formatted(matches, gallery));
    }
  }
}
