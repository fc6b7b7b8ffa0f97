package reidstudio.diagnostic.sdm;

import java.util.Arrays;
import java.util.Optional;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.diagnostic.probe.Snapshot;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * The single items of one frozen batch against its visible ones, at the temperature of now and at
 * others. Measured once, when the first check asks.
 */
final class FrozenBlock {
  /** Below it a floor is that of any temperature for all practical purposes. */
  private static final double AS_GOOD_AS_REACHED = 1e-3;

  private final Subject subject;
  private final FrozenModel model;
  private CosineBlock block;

  FrozenBlock(Subject subject, FrozenModel model) {
    this.subject = subject;
    this.model = model;
  }

  CosineBlock block() {
    if (block == null) {
      Snapshot seen = model.snapshot(0);
      block =
          CosineBlock.of(
              seen.items(false),
              seen.batch().labels(false),
              seen.items(true),
              seen.batch().labels(true));
    }
    return block;
  }

  /** Whether SDM is minimised in any epoch. */
  boolean isOn() {
    return sdm().weightAt(sdm().heaviestEpoch(subject.config().epochs())) > 0;
  }

  /** Why a temperature cannot be judged at all, said with {@code finding}; empty if it can. */
  Optional<Finding> nothingToJudge(FindingBuilder finding) {
    if (!isOn()) {
      return Optional.of(finding.ok("SDM is off, so its temperature does not matter."));
    }
    if (!block().hasMatch()) {
      return Optional.of(
          finding.found(
              Severity.INFO,
              "The batch has no pair, so SDM says nothing about its temperature.",
              "See the sampling diagnosis."));
    }
    return Optional.empty();
  }

  SdmForm form() {
    return sdm().form();
  }

  double temperature() {
    return CurrentTemperature.of(subject);
  }

  /** The setting that makes the temperature as high, or as low, as it gets. */
  String temperatureKey(boolean high) {
    double last = sdm().finalTemperature();
    boolean lastIsFurther =
        high ? last > sdm().temperature() : last > 0 && last < sdm().temperature();
    return lastIsFurther ? "loss.sdm.finalTemperature" : "loss.sdm.temperature";
  }

  double loss(double temperature) {
    return block().loss(form(), temperature);
  }

  /** All cosines equal. */
  double chance() {
    return block().ideal(1).loss(form(), 1);
  }

  /** What no temperature and no model can go below. */
  double floor() {
    return block().ideal(-1).loss(form(), AS_GOOD_AS_REACHED);
  }

  /** With positives at cosine 1 and the negatives where they are now. */
  double reachableNow(double temperature) {
    return block().ideal(block().meanNegative()).loss(form(), temperature);
  }

  /**
   * With positives at cosine 1 and negatives as far apart as so many identities can all be from
   * each other, at cosine -1/(P-1).
   */
  double reachableEver(double temperature) {
    int[] labels = model.snapshot(0).batch().rowLabels();
    long identities = Math.max(2, Arrays.stream(labels).distinct().count());
    return block().ideal(-1.0 / (identities - 1)).loss(form(), temperature);
  }

  /** Where {@code value} lies between the floor, 0, and chance, 1. */
  double height(double value) {
    return (value - floor()) / (chance() - floor());
  }

  private SdmConfig sdm() {
    return subject.config().loss().sdm();
  }
}
