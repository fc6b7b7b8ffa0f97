package reidstudio.diagnostic.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PixelBlock;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.diagnostic.probe.Snapshot;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Do features change with what is shown? Asked of features and not of the loss, which is ln C for a
 * fresh model whatever it sees: real pictures against blank ones, and captions against a single one
 * of them, through the same weights.
 */
final class InputDependence implements Check {
  private static final int BATCHES = 2;

  /**
   * Relative change below which a feature is the same; rounding alone makes some 1e-7, and the
   * sketches of a healthy small model still 1e-2.
   */
  private static final double SAME = 1e-4;

  private final FrozenModel model;

  InputDependence(FrozenModel model) {
    this.model = model;
  }

  @Override
  public String doing() {
    return "features of blank pictures against real ones";
  }

  @Override
  public Finding run() {
    Map<Modality, Change> changes = new EnumMap<>(Modality.class);
    for (int number = 0; number < BATCHES; number++) {
      Snapshot real = model.snapshot(number);
      Snapshot blank = model.of(blank(real.batch()));
      for (Modality modality : Modality.values()) {
        if (canTell(real.batch(), modality)) {
          Change change = Change.of(real.items(modality), blank.items(modality));
          changes.merge(modality, change, Change::and);
        }
      }
    }
    FindingBuilder finding = new FindingBuilder(Fault.IGNORES_INPUT);
    List<String> deaf = new ArrayList<>();
    changes.forEach(
        (modality, change) -> {
          finding
              .saw(
                  "relative change of features of " + modality.word() + " without their input",
                  change.relative(),
                  "above 1e-4")
              .abnormalIf(!(change.relative() >= SAME));
          if (!(change.relative() >= SAME)) {
            deaf.add(modality.word());
          }
        });
    if (!deaf.isEmpty()) {
      return finding
          .ruledOut("Not the classifier: features are looked at before it.")
          .ruledOut("Not blank data: the inputs that were compared differ.")
          .found(
              Severity.ERROR,
              "The model does not look at its input: " + String.join(", ", deaf) + ".",
              "Something between input and feature is cut off or zero; start anew from random"
                  + " weights or the last good checkpoint.");
    }
    return finding.ok("Features depend on what is shown.");
  }

  /** Blank pictures or one caption for all would be compared with themselves. */
  private static boolean canTell(HostBatch batch, Modality modality) {
    if (modality == Modality.TEXT) {
      return batch.captions().stream().map(Arrays::hashCode).distinct().count() > 1;
    }
    PixelBlock pixels = batch.pixels().get(modality);
    return pixels != null
        && IntStream.range(0, pixels.length()).anyMatch(i -> pixels.floats().get(i) != 0);
  }

  private static HostBatch blank(HostBatch batch) {
    Map<Modality, PixelBlock> pixels = new EnumMap<>(Modality.class);
    batch
        .pixels()
        .forEach((modality, block) -> pixels.put(modality, new PixelBlock(block.length())));
    List<int[]> captions =
        batch.captions().isEmpty()
            ? List.of()
            : Collections.nCopies(batch.captions().size(), batch.captions().get(0));
    return batch.withInputs(pixels, captions);
  }

  /** Squared lengths, of the change and of the features that were to change. */
  private record Change(double ofChange, double ofFeatures) {
    static Change of(float[][] real, float[][] blank) {
      double change = 0;
      double features = 0;
      for (int row = 0; row < real.length; row++) {
        for (int i = 0; i < real[row].length; i++) {
          double difference = real[row][i] - (double) blank[row][i];
          change += difference * difference;
          features += real[row][i] * (double) real[row][i];
        }
      }
      return new Change(change, features);
    }

    Change and(Change other) {
      return new Change(ofChange + other.ofChange, ofFeatures + other.ofFeatures);
    }

    double relative() {
      return ofFeatures == 0 ? 0 : Math.sqrt(ofChange / ofFeatures);
    }
  }
}
