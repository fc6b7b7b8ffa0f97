package reidstudio.diagnostic.sdm;

import ai.djl.ndarray.NDManager;
import reidstudio.diagnostic.Subject;
import reidstudio.loss.Sdm;

/** The SDM that trains the run, on its device, at the temperature of now. */
final class RealSdm implements SdmFunction {
  private final Subject subject;

  RealSdm(Subject subject) {
    this.subject = subject;
  }

  @Override
  public double of(float[][] query, int[] queryLabels, float[][] gallery, int[] galleryLabels) {
    Sdm sdm = new Sdm(subject.config().loss().sdm().form(), CurrentTemperature.of(subject));
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      return sdm.of(scope.create(query), queryLabels, scope.create(gallery), galleryLabels)
          .loss()
          .getFloat();
    }
  }
}
