package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.CheckKind;

/** Faults that the engine refuses or cannot have, put into it behind its back. */
final class WiredTrials {
  private final TrialList list;
  private final BenchData data;
  private final Path folder;

  private WiredTrials(TrialList list, Path folder, BenchData data) {
    this.list = list;
    this.folder = folder;
    this.data = data;
  }

  /** Adds them; spoiled data go to folders under {@code folder}. */
  static void addTo(TrialList list, Path folder, BenchData data) throws java.io.IOException {
    WiredTrials trials = new WiredTrials(list, folder, data);
    trials.labels();
    trials.graph();
    trials.batches();
    trials.norms();
    trials.features();
    trials.modes();
  }

  private void labels() {
    add(
        Fault.LABEL_RANGE,
        "labels count from 1",
        Wiring.ofData(Relabelled.labels(label -> label + 1)));
    add(
        Fault.LABEL_RANGE,
        "every fifth person has a raw label",
        Wiring.ofData(Relabelled.labels(label -> label % 5 == 0 ? 1000 + label : label)));
    add(
        Fault.LABELS_NOT_CONTIGUOUS,
        "every other label is nobody's",
        Wiring.ofData(Relabelled.spread(2)));
    add(
        Fault.LABELS_NOT_CONTIGUOUS,
        "nine of ten labels are nobody's",
        Wiring.ofData(Relabelled.spread(10)),
        "optimizer.kind",
        "adam");
    int people = BenchData.PEOPLE;
    add(
        Fault.LABEL_AGREEMENT,
        "the loader is one person ahead",
        Rewired.loader(label -> (label + 1) % people));
    add(
        Fault.LABEL_AGREEMENT,
        "the loader swaps a few people",
        Rewired.loader(label -> label < 12 ? 11 - label : label));
    add(Fault.HEAD_SHAPE, "a head for 16 people more", Rewired.head(16));
    add(Fault.HEAD_SHAPE, "a head for 10 people fewer", Rewired.head(-10));
  }

  private void graph() {
    String linear = "torch.linear(x, weight)\n  def biased_linear";
    String bias = "torch.linear(x, weight, bias)";
    String norm = "torch.batch_norm(x, gamma, beta, running_mean, running_variance, True";
    add(
        Fault.CLASSIFIER_DETACHED,
        "logits are cut off",
        Rewired.operators("head", linear, "torch.detach(" + linear.replace("\n", ")\n")));
    add(
        Fault.CLASSIFIER_DETACHED,
        "logits with a bias are cut off",
        Rewired.operators("head", bias, "torch.detach(" + bias + ")"),
        "model.neck.bias",
        "true");
    add(
        Fault.CLASSIFIER_DETACHED,
        "features are cut off before the neck",
        Rewired.operators("head.neck", norm, norm.replace("(x", "(torch.detach(x)")));
    // with the usual rate so short a run has another fault as well
    add(
        Fault.LOSSES_FIGHT,
        "SDM pushes people apart, 3 epochs",
        Rewired.reversedSdm(),
        "epochs",
        "3",
        "optimizer.head.learningRate",
        "1e-2");
    add(
        Fault.LOSSES_FIGHT,
        "SDM begins to push people apart",
        Wiring.after(250, Rewired.reversedSdm().session()));
    add(Fault.LOSSES_FIGHT, "SDM pushes people apart", Rewired.reversedSdm());
  }

  private void batches() {
    add(Fault.WRONG_INDEX_SPACE, "the sampler goes by names", Rewired.sampler(Rewired::byName));
    add(
        Fault.WRONG_INDEX_SPACE,
        "the sampler goes by modalities",
        Rewired.sampler(Rewired::byModality));
    add(
        Fault.WRONG_INDEX_SPACE,
        "the sampler numbers another list, modal aware",
        Rewired.sampler(Rewired.shuffled(7)),
        "sampler.kind",
        "modal-aware-pk");
  }

  private void norms() {
    add(Fault.NORM_UNEXPECTED, "features far smaller than epsilon", tiny(1e-4f));
    add(
        Fault.NORM_UNEXPECTED,
        "features smaller than epsilon, 512 dimensions",
        tiny(3e-4f),
        "model.embedding",
        "512");
  }

  private static Wiring tiny(float factor) {
    return Wiring.held("visual.proj", factor)
        .and(Wiring.held("text.proj", factor))
        .and(Wiring.held("fusion.proj", factor));
  }

  private void features() throws java.io.IOException {
    Path pictures = data.spoiled(folder, d -> d.captioned(""));
    Wiring cone = Wiring.heldAbout("visual.ln_post.bias", 12, 1, 3);
    Wiring narrow = Wiring.heldAbout("visual.ln_post.bias", -9, 0.5f, 4);
    String[] long_ = {"epochs", "24"};
    list.run(
        Optional.of(Fault.COLLAPSED), "features in a cone", pictures, cone, Question.ALL, long_);
    list.run(
        Optional.of(Fault.COLLAPSED),
        "features in a narrow cone",
        pictures,
        narrow,
        Question.ALL,
        long_);
    add(Fault.RANK_COLLAPSED, "features in two dimensions", Wiring.of(flat(2)));
    add(
        Fault.RANK_COLLAPSED,
        "features fall into three dimensions on the way",
        Wiring.after(60, flat(3)),
        "model.embedding",
        "256");
  }

  private static java.util.function.Consumer<reidstudio.engine.TrainingSession> flat(int rank) {
    return Wiring.lowRank("visual.proj", rank).andThen(Wiring.lowRank("text.proj", rank));
  }

  private void modes() {
    Question late = new Question(CheckKind.TRAIN_EVAL, false);
    list.run(
        Optional.of(Fault.TRAIN_EVAL_DISAGREE),
        "running statistics never move",
        data.folder(),
        Wiring.always(Rewired.statistics(0, 1)),
        late);
    list.run(
        Optional.of(Fault.TRAIN_EVAL_DISAGREE),
        "running statistics of another model",
        data.folder(),
        Wiring.always(Rewired.statistics(0.8f, 4)),
        late,
        "model.embedding",
        "256");
  }

  private void add(Fault fault, String name, Wiring wiring, String... settings) {
    list.run(Optional.of(fault), name, data.folder(), wiring, Question.ALL, settings);
  }
}
