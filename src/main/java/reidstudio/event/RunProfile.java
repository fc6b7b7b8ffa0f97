package reidstudio.event;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import reidstudio.config.RunConfig;
import reidstudio.config.SdmForm;

/**
 * What is known of a run beside its steps: much of a run of this program, little of one that only
 * its log tells of.
 *
 * @param classes C, training identities
 * @param batchSize rows of a batch
 * @param stepsPerEpoch batches that an epoch really has
 * @param nominalStepsPerEpoch batches that the program announced for an epoch
 * @param totalSteps batches of the whole run
 * @param embedding dimensions of the feature
 * @param parameters numbers that are trained
 * @param labelSmoothing share of the target spread over all classes
 * @param sdmForm which published form of SDM
 * @param config all settings of a run of this program
 */
public record RunProfile(
    OptionalInt classes,
    OptionalInt batchSize,
    OptionalInt stepsPerEpoch,
    OptionalInt nominalStepsPerEpoch,
    OptionalLong totalSteps,
    OptionalInt embedding,
    OptionalLong parameters,
    OptionalDouble labelSmoothing,
    Optional<SdmForm> sdmForm,
    Optional<RunConfig> config) {
  /** Nothing is known. */
  public static RunProfile unknown() {
    return new RunProfile(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** All that is known of a run of this program. */
  public static RunProfile of(RunFacts facts) {
    RunConfig config = facts.config();
    return new RunProfile(
        OptionalInt.of(facts.classes()),
        OptionalInt.of(facts.batchSize()),
        OptionalInt.of(facts.stepsPerEpoch()),
        OptionalInt.of(facts.stepsPerEpoch()),
        OptionalLong.of(facts.totalSteps()),
        OptionalInt.of(config.model().embedding()),
        OptionalLong.of(facts.parameters()),
        OptionalDouble.of(config.loss().labelSmoothing()),
        Optional.of(config.loss().sdm().form()),
        Optional.of(config));
  }

  /** ln C, cross-entropy of a guess; empty if C is not known. */
  public OptionalDouble ceChance() {
    return classes.isPresent()
        ? OptionalDouble.of(Math.log(classes.getAsInt()))
        : OptionalDouble.empty();
  }
}
