package reidstudio.diagnostic.sdm;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.FrozenModel;

/** The checks in the order formula, temperature. */
public final class SdmChecks {
  private SdmChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    FrozenBlock block = new FrozenBlock(subject, new FrozenModel(subject));
    return List.of(
        new SdmFormula(
            subject.config().loss().sdm().form(),
            CurrentTemperature.of(subject),
            new RealSdm(subject)),
        new TemperatureTooLow(block),
        new TemperatureTooHigh(block));
  }
}
