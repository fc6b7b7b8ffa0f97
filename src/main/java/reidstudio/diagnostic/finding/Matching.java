package reidstudio.diagnostic.finding;

import reidstudio.config.RunConfig;
import reidstudio.config.SdmConfig;

/**
 * Whether a run matches modalities at all, in some epoch: SDM and ITC compare visible with other
 * items, while cross-entropy and triplet ask whose a row is and not of what kind. Without them a
 * batch needs no pairs.
 */
public final class Matching {
  private Matching() {}

  /** Whether a loss that compares modalities is minimised, be it after a warm-up. */
  public static boolean isPartOf(RunConfig config) {
    SdmConfig sdm = config.loss().sdm();
    return config.loss().itc().weight() > 0 || sdm.weightAt(sdm.heaviestEpoch(config.epochs())) > 0;
  }
}
