package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.CheckKind;

/** Runs and logs in which a fault was planted, by settings, by data or by wiring. */
final class FaultyTrials {
  private final Path folder;
  private final BenchData data;
  private final Path healthy;
  private final TrialList list;

  private FaultyTrials(Path folder, BenchData data, long seed) {
    this.list = new TrialList(seed);
    this.folder = folder;
    this.data = data;
    this.healthy = data.folder();
  }

  /** All of them, spoiled data in folders under {@code folder}. */
  static List<BenchTrial> all(Path folder, BenchData data, long seed) throws IOException {
    FaultyTrials faulty = new FaultyTrials(folder, data, seed);
    faulty.head();
    faulty.rates();
    faulty.balance();
    faulty.pairs();
    faulty.temperature();
    faulty.norms();
    faulty.pictures();
    faulty.labels();
    faulty.features();
    WiredTrials.addTo(faulty.list, folder, data);
    MachineTrials.addTo(faulty.list, folder, data.folder());
    StoredTrials.addTo(faulty.list, seed);
    FaultyLogs.addTo(faulty.list, seed);
    BatchTrials.addFaulty(faulty.list, data.folder());
    return faulty.list.trials();
  }

  private void head() {
    String frozen = "model.weights.frozen";
    String allowed = "model.weights.frozenAtRandom";
    String classifier = "bn_neck.classifier";
    settings(Fault.CLASSIFIER_FROZEN, "frozen classifier", frozen, classifier, allowed, classifier);
    settings(
        Fault.CLASSIFIER_FROZEN,
        "frozen classifier, Adam",
        frozen,
        classifier,
        allowed,
        classifier,
        "optimizer.kind",
        "adam");
    settings(
        Fault.CLASSIFIER_FROZEN,
        "frozen neck and classifier",
        frozen,
        "bn_neck",
        allowed,
        "bn_neck");
    settings(Fault.CLASSIFIER_NOT_IN_OPTIMIZER, "head rate 0", "optimizer.head.learningRate", "0");
    settings(
        Fault.CLASSIFIER_NOT_IN_OPTIMIZER,
        "head rate 0, Adam",
        "optimizer.head.learningRate",
        "0",
        "optimizer.kind",
        "adam");
  }

  private void rates() {
    String head = "optimizer.head.learningRate";
    String encoder = "optimizer.encoder.learningRate";
    settings(Fault.NO_LEARNING_BUDGET, "head rate 1e-6", head, "1e-6");
    settings(Fault.NO_LEARNING_BUDGET, "head rate 1e-5", head, "1e-5");
    settings(
        Fault.NO_LEARNING_BUDGET,
        "head rate 3e-5, accumulation 4",
        head,
        "3e-5",
        "optimizer.accumulation",
        "4");
    settings(Fault.NO_LEARNING_BUDGET, "all rates 1e-6", head, "1e-6", encoder, "1e-6");
    settings(Fault.NO_LEARNING_BUDGET, "three epochs at 1e-4", head, "1e-4", "epochs", "3");
    settings(Fault.RATE_TOO_HIGH, "head rate 1", head, "1");
    settings(Fault.RATE_TOO_HIGH, "encoder rate 0.3", encoder, "0.3");
    settings(Fault.RATE_TOO_HIGH, "both rates 0.3", head, "0.3", encoder, "0.3");
    settings(Fault.RATE_TOO_HIGH, "head rate 10, Adam", head, "10", "optimizer.kind", "adam");
    ask(
        CheckKind.RATE_RANGE,
        Fault.RATE_TOO_HIGH,
        "range test: both 0.5",
        head,
        "0.5",
        encoder,
        "0.5");
    slow("range test: rates a tenth of what suits", "3e-4", "5e-5");
    slow("range test: rates a fifteenth of what suits", "2e-4", "3e-5");
    settings(Fault.CLIP_STRANGLES, "clipped to 1e-7", "optimizer.clipNorm", "1e-7");
    settings(Fault.CLIP_STRANGLES, "clipped to 1e-6", "optimizer.clipNorm", "1e-6");
    wiring(Fault.NON_FINITE, "a weight of the encoder is not a number", "visual.proj", Float.NaN);
    wiring(Fault.NON_FINITE, "the classifier is not a number", "bn_neck.classifier", Float.NaN);
  }

  /** Rates that are too low although the run is long enough to leave ln C. */
  private void slow(String name, String head, String encoder) {
    ask(
        CheckKind.RATE_RANGE,
        Fault.RATE_TOO_LOW,
        name,
        "optimizer.head.learningRate",
        head,
        "optimizer.encoder.learningRate",
        encoder,
        "model.embedding",
        "512",
        "epochs",
        "40");
  }

  private void balance() {
    String weight = "loss.sdm.weight";
    settings(Fault.SDM_DROWNS_CE, "SDM weight 100", weight, "100");
    settings(Fault.SDM_DROWNS_CE, "SDM weight 500", weight, "500");
    settings(
        Fault.SDM_DROWNS_CE,
        "divergence form, weight 50",
        weight,
        "50",
        "loss.sdm.form",
        "kl-divergence",
        "loss.sdm.temperature",
        "0.02");
    settings(
        Fault.SDM_DROWNS_CE,
        "CE weight 0.002",
        "loss.ceWeight",
        "0.002",
        "loss.sdm.temperature",
        "0.05");
  }

  private void pairs() throws IOException {
    String kind = "sampler.kind";
    String people = "sampler.identities";
    String items = "sampler.instances";
    settings(Fault.K_TOO_SMALL, "K 1, shuffle", kind, "random", people, "32", items, "1");
    settings(Fault.K_TOO_SMALL, "K 1, small shuffle", kind, "random", people, "16", items, "1");
    settings(
        Fault.K_TOO_SMALL, "K 1, modal aware", kind, "modal-aware-pk", people, "32", items, "1");
    settings(Fault.PAIRABLE_RATIO, "shuffle of 32", kind, "random");
    settings(Fault.PAIRABLE_RATIO, "shuffle of 16", kind, "random", people, "4");
    settings(Fault.PAIRABLE_RATIO, "shuffle of 48", kind, "random", people, "12");
    spoiled(Fault.TOO_FEW_PAIRABLE, "12 people have pairs", d -> d.unpaired(12), "epochs", "60");
    spoiled(Fault.TOO_FEW_PAIRABLE, "20 people have pairs", d -> d.unpaired(20), "epochs", "40");
    spoiled(
        Fault.TOO_FEW_PAIRABLE,
        "10 people have pairs, modal aware",
        d -> d.unpaired(10),
        kind,
        "modal-aware-pk");
    spoiled(Fault.MODALITY_MISSING, "visible pictures only", d -> d.unpaired(0), kind, "random");
    spoiled(
        Fault.MODALITY_MISSING,
        "visible pictures only, modal aware",
        d -> d.unpaired(0),
        kind,
        "modal-aware-pk");
  }

  private void temperature() {
    String temperature = "loss.sdm.temperature";
    settings(Fault.TEMPERATURE_TOO_HIGH, "temperature 1", temperature, "1");
    settings(Fault.TEMPERATURE_TOO_HIGH, "temperature 2", temperature, "2");
    settings(Fault.TEMPERATURE_TOO_HIGH, "temperature 5", temperature, "5");
    settings(Fault.TEMPERATURE_TOO_LOW, "temperature 0.001", temperature, "0.001");
    settings(Fault.TEMPERATURE_TOO_LOW, "temperature 0.003", temperature, "0.003");
    settings(
        Fault.TEMPERATURE_TOO_LOW,
        "temperature 0.001, divergence form",
        temperature,
        "0.001",
        "loss.sdm.form",
        "kl-divergence",
        "loss.sdm.weight",
        "0.002");
  }

  private void norms() {
    String target = "loss.norm.target";
    String weight = "loss.norm.weight";
    String band = "loss.norm.band";
    settings(Fault.NORM_PENALTY_IDLE, "norm pulled to 3", weight, "0.001", target, "3", band, "1");
    settings(
        Fault.NORM_PENALTY_IDLE, "norm pulled to 30", weight, "0.001", target, "30", band, "2");
    settings(
        Fault.NORM_PENALTY_IDLE, "norm pulled to 2", weight, "0.003", target, "2", band, "0.5");
    settings(
        Fault.TINY_BATCH_NORM,
        "batches of 6",
        "sampler.identities",
        "2",
        "sampler.instances",
        "3",
        "epochs",
        "2");
    settings(
        Fault.TINY_BATCH_NORM,
        "batches of 8",
        "sampler.identities",
        "4",
        "sampler.instances",
        "2",
        "epochs",
        "3");
    settings(
        Fault.NORM_ABOVE_FIXED,
        "the seed's rule at 512 dimensions",
        "diagnosis.normRule",
        "seed",
        "model.embedding",
        "512");
  }

  private void pictures() throws IOException {
    spoiled(Fault.EMPTY_COUNTED_REAL, "black infrared", d -> d.black("nir"));
    spoiled(Fault.EMPTY_COUNTED_REAL, "black sketches", d -> d.black("sk"));
    spoiled(Fault.EMPTY_COUNTED_REAL, "black pencil drawings", d -> d.black("cp"));
    spoiled(Fault.INPUT_SCALE, "visible pictures nearly black", d -> d.scaled("vis", 0.06));
    spoiled(Fault.INPUT_SCALE, "visible pictures dark", d -> d.scaled("vis", 0.15));
    spoiled(Fault.IMBALANCE, "infrared of 5 people", d -> d.rare("nir", 5));
    spoiled(Fault.IMBALANCE, "sketches of 3 people", d -> d.rare("sk", 3));
    spoiled(Fault.CAPTIONS_ALIKE, "one caption for everybody", d -> d.captioned("A person."));
    spoiled(Fault.LEAK, "test people in training", d -> d.leaked(8));
    spoiled(Fault.LEAK, "two test people in training", d -> d.leaked(2));
    ask(CheckKind.AUGMENTATION, Fault.AUGMENTATION, "padding 60", "data.padding", "60");
    ask(CheckKind.AUGMENTATION, Fault.AUGMENTATION, "padding 40", "data.padding", "40");
  }

  private void labels() throws IOException {
    spoiledAsk(
        CheckKind.LABEL_AGREEMENT, Fault.LABELS_SHIFTED, "shuffled", d -> d.shuffledVisible(5));
    spoiledAsk(
        CheckKind.LABEL_AGREEMENT,
        Fault.LABELS_SHIFTED,
        "shuffled anew",
        d -> d.shuffledVisible(6));
    spoiledAsk(
        CheckKind.LABEL_AGREEMENT, Fault.LABELS_SHIFTED, "shifted by 2", d -> d.shiftedVisible(2));
    spoiledAsk(
        CheckKind.LABEL_AGREEMENT,
        Fault.LABELS_SHIFTED,
        "visible pictures of the person before",
        d -> d.shiftedVisible(BenchData.VISIBLE));
    settings(Fault.CE_SWITCHED_OFF, "no cross-entropy", "loss.ceWeight", "0");
    spoiledAsk(
        CheckKind.MEMORISE, Fault.CANNOT_MEMORISE, "everybody looks the same", d -> d.alike());
    spoiledAsk(
        CheckKind.MEMORISE,
        Fault.CANNOT_MEMORISE,
        "everybody looks the same, dark",
        d -> d.scaled("vis", 0.5).alike());
  }

  private void features() {
    held(Fault.DEAD_FEATURES, "the projection is 0", "visual.proj");
    held(Fault.DEAD_FEATURES, "the last gain is 0", "visual.ln_post");
    held(
        Fault.IGNORES_INPUT,
        "patches are not looked at",
        "visual.vis.conv1",
        "visual.nir.conv1",
        "visual.cp.conv1",
        "visual.sk.conv1");
  }

  private void settings(Fault fault, String name, String... settings) {
    list.run(Optional.of(fault), name, healthy, settings);
  }

  private void ask(CheckKind kind, Fault fault, String name, String... settings) {
    list.run(Optional.of(fault), name, healthy, Wiring.SOUND, Question.of(kind), settings);
  }

  private void wiring(Fault fault, String name, String parameter, float factor) {
    list.run(Optional.of(fault), name, healthy, Wiring.scaled(parameter, factor), Question.ALL);
  }

  private void held(Fault fault, String name, String... parameters) {
    var wiring = Wiring.SOUND;
    for (String parameter : parameters) {
      wiring = wiring.and(Wiring.held(parameter, 0));
    }
    list.run(Optional.of(fault), name, healthy, wiring, Question.ALL);
  }

  private void spoiled(Fault fault, String name, BenchData.Spoiling spoiling, String... settings)
      throws IOException {
    list.run(Optional.of(fault), name, data.spoiled(folder, spoiling), settings);
  }

  private void spoiledAsk(CheckKind kind, Fault fault, String name, BenchData.Spoiling spoiling)
      throws IOException {
    list.run(
        Optional.of(fault), name, data.spoiled(folder, spoiling), Wiring.SOUND, Question.of(kind));
  }
}
