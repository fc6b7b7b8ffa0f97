package reidstudio.diagnostic.sdm;

import reidstudio.config.RunConfig;
import reidstudio.diagnostic.Subject;

/** The temperature of SDM in the epoch that a run is in. */
final class CurrentTemperature {
  private CurrentTemperature() {}

  static double of(Subject subject) {
    RunConfig config = subject.config();
    long epoch = 1 + subject.step() / Math.max(1, subject.accumulation().stepsPerEpoch());
    return config
        .loss()
        .sdm()
        .temperatureAt((int) Math.min(epoch, config.epochs()), config.epochs());
  }
}
