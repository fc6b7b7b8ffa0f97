package reidstudio.ui.setup;

import java.util.List;
import reidstudio.config.LayoutChoice;
import reidstudio.config.Precision;
import reidstudio.config.SamplerKind;
import reidstudio.config.SdmForm;
import reidstudio.config.TextKind;

/**
 * Settings that are shown together.
 *
 * @param key key of the heading
 * @param settings in the order of the form
 */
record SettingGroup(String key, List<Setting> settings) {
  /** The few settings that matter at first, of the many in a configuration. */
  static List<SettingGroup> all() {
    return List.of(run(), data(), model(), batch(), loss(), optimizer());
  }

  private static SettingGroup run() {
    return new SettingGroup(
        "setup.group.run",
        List.of(
            Setting.text("name", c -> c.name()),
            Setting.number("epochs", 1, 100_000, c -> c.epochs()),
            Setting.suggestion("device", List.of("auto", "cpu", "cuda:0"), c -> c.device()),
            Setting.choice("compute.precision", Precision.values(), c -> c.compute().precision()),
            Setting.number("seed", Double.NaN, Double.NaN, c -> c.seed()),
            Setting.number(
                "evaluation.everyEpochs", 0, 100_000, c -> c.evaluation().everyEpochs())));
  }

  private static SettingGroup data() {
    return new SettingGroup(
        "setup.group.data",
        List.of(
            Setting.choice("data.layout", LayoutChoice.values(), c -> c.data().layout()),
            Setting.number("data.split", 1, 10, c -> c.data().split())));
  }

  private static SettingGroup model() {
    return new SettingGroup(
        "setup.group.model",
        List.of(
            Setting.file("model.weights.pretrained", c -> c.model().weights().pretrained()),
            Setting.choice("model.text.kind", TextKind.values(), c -> c.model().text().kind()),
            Setting.file("model.text.vocabulary", c -> c.model().text().vocabulary())));
  }

  private static SettingGroup batch() {
    return new SettingGroup(
        "setup.group.batch",
        List.of(
            Setting.choice("sampler.kind", SamplerKind.values(), c -> c.sampler().kind()),
            Setting.number("sampler.identities", 1, 1024, c -> c.sampler().identities()),
            Setting.number("sampler.instances", 1, 256, c -> c.sampler().instances()),
            Setting.number("sampler.pairableFloor", 0, 1, c -> c.sampler().pairableFloor()),
            Setting.flag("sampler.reuseIdentities", c -> c.sampler().reuseIdentities()),
            Setting.number("data.modalityDropout", 0, 0.9, c -> c.data().modalityDropout())));
  }

  private static SettingGroup loss() {
    return new SettingGroup(
        "setup.group.loss",
        List.of(
            Setting.choice("loss.sdm.form", SdmForm.values(), c -> c.loss().sdm().form()),
            Setting.number("loss.sdm.weight", 0, 1000, c -> c.loss().sdm().weight()),
            Setting.number("loss.sdm.temperature", 0.001, 10, c -> c.loss().sdm().temperature()),
            Setting.number("loss.ceWeight", 0, 1000, c -> c.loss().ceWeight()),
            Setting.number("loss.labelSmoothing", 0, 0.9, c -> c.loss().labelSmoothing())));
  }

  private static SettingGroup optimizer() {
    return new SettingGroup(
        "setup.group.optimizer",
        List.of(
            Setting.number(
                "optimizer.encoder.learningRate",
                0,
                10,
                c -> c.optimizer().encoder().learningRate()),
            Setting.number(
                "optimizer.head.learningRate", 0, 10, c -> c.optimizer().head().learningRate()),
            Setting.number("optimizer.accumulation", 1, 1024, c -> c.optimizer().accumulation()),
            Setting.number(
                "optimizer.schedule.warmupShare",
                0,
                1,
                c -> c.optimizer().schedule().warmupShare()),
            Setting.number(
                "optimizer.encoder.weightDecay",
                0,
                10,
                c -> c.optimizer().encoder().weightDecay())));
  }
}
