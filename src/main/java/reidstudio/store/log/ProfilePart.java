package reidstudio.store.log;

import java.util.Optional;
import java.util.OptionalInt;
import reidstudio.config.SdmForm;
import reidstudio.event.RunProfile;

/** Profiles in which one thing is known. */
final class ProfilePart {
  private ProfilePart() {}

  static RunProfile classes(int classes) {
    return part(OptionalInt.of(classes), OptionalInt.empty(), Optional.empty());
  }

  static RunProfile batchSize(int batchSize) {
    return part(OptionalInt.empty(), OptionalInt.of(batchSize), Optional.empty());
  }

  static RunProfile sdmForm(SdmForm form) {
    return part(OptionalInt.empty(), OptionalInt.empty(), Optional.of(form));
  }

  private static RunProfile part(
      OptionalInt classes, OptionalInt batchSize, Optional<SdmForm> sdmForm) {
    RunProfile none = RunProfile.unknown();
    return new RunProfile(
        classes,
        batchSize,
        none.stepsPerEpoch(),
        none.nominalStepsPerEpoch(),
        none.totalSteps(),
        none.embedding(),
        none.parameters(),
        none.labelSmoothing(),
        sdmForm,
        none.config());
  }
}
