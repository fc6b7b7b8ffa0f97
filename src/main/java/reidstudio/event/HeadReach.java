package reidstudio.event;

/**
 * How far updates can have moved a logit: Adam moves a weight by about the rate in an update, and a
 * row after batch normalisation has magnitudes of 0.8 in D numbers, so a logit moves by 0.8 D times
 * the sum of rates. With the norm |f| = sqrt(D) of such a row that is 0.8 |f| sqrt(D).
 *
 * @param logit the distance, NaN where not known
 */
public record HeadReach(double logit) {
  /** Simulated heads left chance by 0.4 nats from this on with batches of 64, never below. */
  public static final double HOPELESS = 2.5;

  /** From this on every simulated head had left chance, those with batches of 8 too. */
  public static final double ENOUGH = 20;

  /**
   * A head that is at chance from here on is to be doubted: five times what was enough, because the
   * simulated heads had separable features from the start and an encoder has to find them first.
   */
  public static final double DOUBTFUL = 5 * ENOUGH;

  /** Updates before which no head is doubted, be its rate ever so high. */
  private static final long DOUBTFUL_UPDATES = 150;

  private static final double NORMAL_MAGNITUDE = Math.sqrt(2 / Math.PI);

  /**
   * By the classifier's rates.
   *
   * @param norm of a row that the classifier sees
   * @param rootOfWidth square root of D
   * @param rateSum learning rates of all updates together
   */
  public static HeadReach of(double norm, double rootOfWidth, double rateSum) {
    return new HeadReach(NORMAL_MAGNITUDE * norm * rootOfWidth * rateSum);
  }

  /** Whether no head leaves chance with so little; false where it is not known. */
  public boolean isHopeless() {
    return logit < HOPELESS;
  }

  /** Whether not every head leaves chance with so little; false where it is not known. */
  public boolean isTight() {
    return logit < ENOUGH;
  }

  /** What rate or number of updates should be multiplied with where it is tight. */
  public double missingFactor() {
    return Math.max(2, Math.ceil(ENOUGH / logit));
  }

  /**
   * Whether a healthy head would have left chance, after so many updates that moved a logit so far;
   * false where that is not known.
   */
  public boolean isEnoughToLeaveChance(long updates) {
    return logit >= DOUBTFUL && updates >= DOUBTFUL_UPDATES;
  }
}
