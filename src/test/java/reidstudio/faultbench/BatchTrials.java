package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;

/** How batches are put together: samplers, and modality dropout that does or does not spare. */
final class BatchTrials {
  private static final String KIND = "sampler.kind";
  private static final String PEOPLE = "sampler.identities";
  private static final String ITEMS = "sampler.instances";
  private static final String DROPOUT = "data.modalityDropout";

  private final TrialList list;

  private BatchTrials(TrialList list) {
    this.list = list;
  }

  static void addFaulty(TrialList list, Path data) {
    BatchTrials trials = new BatchTrials(list);
    list.run(
        Optional.of(Fault.PAIRABLE_RATIO),
        "identity batches, K 2",
        data,
        KIND,
        "random-identity",
        ITEMS,
        "2");
    trials.dropped("dropout takes visible pictures, too", data, DROPOUT, "0.15");
    trials.dropped(
        "dropout takes a third of all pictures, pairs of two",
        data,
        DROPOUT,
        "0.33",
        PEOPLE,
        "16",
        ITEMS,
        "2");
    trials.dropped(
        "dropout takes a tenth of all pictures, strict pairs",
        data,
        DROPOUT,
        "0.1",
        KIND,
        "strict-modal-pairs");
  }

  private void dropped(String name, Path data, String... settings) {
    list.run(
        Optional.of(Fault.ANCHOR_DROPPED),
        name,
        data,
        Rewired.withoutAnchor(),
        Question.ALL,
        settings);
  }

  static void addHealthy(TrialList list, Path one, Path other) {
    BatchTrials trials = new BatchTrials(list);
    trials.healthy("strict pairs", other, KIND, "strict-modal-pairs");
    trials.healthy(
        "strict pairs, everybody once an epoch",
        one,
        KIND,
        "strict-modal-pairs",
        "sampler.reuseIdentities",
        "false",
        "epochs",
        "40");
    trials.healthy("modality dropout", one, DROPOUT, "0.3");
    trials.healthy("half modality dropout, K 6", other, DROPOUT, "0.5", PEOPLE, "6", ITEMS, "6");
    trials.healthy("half modality dropout, K 2", one, DROPOUT, "0.5", PEOPLE, "16", ITEMS, "2");
    trials.healthy(
        "modality dropout, combinations", other, DROPOUT, "0.3", "loss.mix", "combinations");
  }

  private void healthy(String name, Path data, String... settings) {
    list.run(Optional.empty(), name, data, settings);
  }
}
