package reidstudio.ui.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reidstudio.config.ConfigSetting;

/**
 * Settings that are shown together.
 *
 * @param key key of the heading
 * @param first the few that matter at first, in the order of the form
 * @param further all others about the same thing, in the order of the configuration
 */
record SettingGroup(String key, List<Setting> first, List<Setting> further) {
  /** Entered elsewhere: the data card has the folder. */
  private static final Set<String> ELSEWHERE = Set.of("data.directory");

  private static final Set<String> FILES =
      Set.of("model.weights.pretrained", "model.text.vocabulary");

  private static final String DEVICE = "device";
  private static final List<String> DEVICES = List.of("auto", "cpu", "cuda:0");

  /**
   * What a group is about.
   *
   * @param first paths of the settings that matter at first
   * @param records whose other settings follow; that of a single name is the run's own
   */
  private record Plan(String key, List<String> first, String... records) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan(
              "setup.group.run",
              List.of(
                  "name", "epochs", DEVICE, "compute.precision", "seed", "evaluation.everyEpochs"),
              "compute",
              "checkpoint",
              "evaluation",
              "diagnosis"),
          new Plan("setup.group.data", List.of("data.layout", "data.split"), "data"),
          new Plan(
              "setup.group.model",
              List.of("model.weights.pretrained", "model.text.kind", "model.text.vocabulary"),
              "model"),
          new Plan(
              "setup.group.batch",
              List.of(
                  "sampler.kind",
                  "sampler.identities",
                  "sampler.instances",
                  "sampler.pairableFloor",
                  "sampler.reuseIdentities",
                  "data.modalityDropout"),
              "sampler"),
          new Plan(
              "setup.group.loss",
              List.of(
                  "loss.sdm.form",
                  "loss.sdm.weight",
                  "loss.sdm.temperature",
                  "loss.ceWeight",
                  "loss.labelSmoothing"),
              "loss"),
          new Plan(
              "setup.group.optimizer",
              List.of(
                  "optimizer.encoder.learningRate",
                  "optimizer.head.learningRate",
                  "optimizer.accumulation",
                  "optimizer.schedule.warmupShare",
                  "optimizer.encoder.weightDecay"),
              "optimizer"));

  /** Every setting of a configuration, in one group or the other. */
  static List<SettingGroup> all() {
    Map<String, ConfigSetting> byPath =
        ConfigSetting.all().stream()
            .collect(Collectors.toMap(ConfigSetting::path, Function.identity()));
    Set<String> first =
        PLANS.stream().flatMap(plan -> plan.first().stream()).collect(Collectors.toSet());
    List<SettingGroup> groups = new ArrayList<>();
    for (Plan plan : PLANS) {
      groups.add(
          new SettingGroup(
              plan.key(),
              plan.first().stream().map(byPath::get).map(SettingGroup::entered).toList(),
              further(plan, first)));
    }
    return List.copyOf(groups);
  }

  private static List<Setting> further(Plan plan, Set<String> first) {
    return Arrays.stream(plan.records())
        .flatMap(SettingGroup::of)
        .filter(setting -> !first.contains(setting.path()))
        .map(SettingGroup::entered)
        .toList();
  }

  private static Stream<ConfigSetting> of(String record) {
    return ConfigSetting.all().stream()
        .filter(setting -> setting.path().startsWith(record + "."))
        .filter(setting -> !ELSEWHERE.contains(setting.path()));
  }

  private static Setting entered(ConfigSetting typed) {
    Setting setting = Setting.of(typed);
    if (typed.path().equals(DEVICE)) {
      return setting.suggesting(DEVICES);
    }
    return FILES.contains(typed.path()) ? setting.asFile() : setting;
  }
}
