package reidstudio.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.config.Problem;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.config.SamplerKind;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class SettingsViewModelTest {
  private final SettingsViewModel settings = new SettingsViewModel(new RunConfigCodec());

  static List<Setting> ranged() {
    return all().filter(Setting::hasRange).toList();
  }

  private static Stream<Setting> all() {
    return SettingGroup.all().stream()
        .flatMap(group -> Stream.concat(group.first().stream(), group.further().stream()));
  }

  @Test
  void everySettingHasOneFieldAndWordsInEachLanguage() {
    Set<String> paths = new TreeSet<>(new RunConfigCodec().settings(RunConfig.defaults()).keySet());
    paths.removeAll(Set.of("schemaVersion", "data.directory"));
    assertThat(all().map(Setting::path)).containsExactlyInAnyOrderElementsOf(paths);
    for (Language language : Language.values()) {
      Messages messages = new Messages(language);
      all()
          .forEach(
              setting -> {
                String key = "setting." + setting.path();
                Stream.of(key, key + ".unit", key + ".help")
                    .forEach(each -> assertThat(messages.has(each)).as(each).isTrue());
                if (setting.kind() == Setting.Kind.CHOICE) {
                  setting
                      .choices()
                      .forEach(
                          word -> assertThat(messages.has(key + "." + word)).as(word).isTrue());
                }
              });
    }
  }

  @Test
  void aNumberIsWrittenShortAndTheSameNumberIsNoChange() {
    assertThat(Setting.plain(5e-4)).isEqualTo("0.0005");
    assertThat(Setting.plain(1e-12)).isEqualTo("1e-12");
    assertThat(Setting.plain(100_000)).isEqualTo("100000");
    SettingField epsilon = settings.field("optimizer.epsilon");
    assertThat(epsilon.text()).isEqualTo("0.00000001");
    epsilon.textProperty().set("1e-8");
    assertThat(settings.changedProperty().get()).isFalse();
    epsilon.textProperty().set("1e-7");
    assertThat(settings.configProperty().get().optimizer().epsilon()).isEqualTo(1e-7);
  }

  @Test
  void aListIsTypedWithCommas() {
    settings.field("loss.sdm.weightSteps").textProperty().set("0.1, 0.3, 0.5");
    assertThat(settings.configProperty().get().loss().sdm().weightSteps())
        .containsExactly(0.1, 0.3, 0.5);
    settings.field("data.normalisation.sk.mean").textProperty().set("0.5, 0.5");
    assertThat(settings.field("data.normalisation.sk.mean").problemProperty().get()).isNotNull();
  }

  @Test
  void theFormStartsWithTheDefaults() {
    assertThat(settings.configProperty().get()).isEqualTo(RunConfig.defaults());
    assertThat(settings.changedProperty().get()).isFalse();
    assertThat(settings.overrides()).isEmpty();
  }

  /** The form shows ranges of its own; they must be those of the configuration. */
  @ParameterizedTest
  @MethodSource("ranged")
  void shownRangesAreThoseOfTheConfiguration(Setting setting) {
    assertThat(problemAt(setting, setting.min() - 1)).isNotNull();
    assertThat(problemAt(setting, setting.max() + 1)).isNotNull();
    for (double end : new double[] {setting.min(), setting.max()}) {
      Problem atEnd = problemAt(setting, end);
      // it may still clash with another setting, which is no matter of range
      assertThat(atEnd == null || !atEnd.message().contains("allowed is")).isTrue();
    }
  }

  private Problem problemAt(Setting setting, double value) {
    settings.reset();
    settings.field(setting.path()).textProperty().set(Setting.plain(value));
    return settings.field(setting.path()).problemProperty().get();
  }

  @Test
  void everyProblemStandsAtItsOwnField() {
    settings.field("sampler.identities").textProperty().set("many");
    settings.field("loss.labelSmoothing").textProperty().set("0.95");
    assertThat(settings.field("sampler.identities").problemProperty().get()).isNotNull();
    assertThat(settings.field("loss.labelSmoothing").problemProperty().get()).isNotNull();
    assertThat(settings.field("epochs").problemProperty().get()).isNull();
    assertThat(settings.problemsProperty().get()).isEqualTo(2);
    assertThat(settings.configProperty().get()).isNull();

    settings.field("sampler.identities").textProperty().set("6");
    settings.field("loss.labelSmoothing").textProperty().set("0.05");
    assertThat(settings.problemsProperty().get()).isZero();
    assertThat(settings.configProperty().get().sampler().identities()).isEqualTo(6);
    assertThat(settings.configProperty().get().loss().labelSmoothing()).isEqualTo(0.05);
  }

  @ParameterizedTest
  @EnumSource(Recipe.class)
  void aRecipeSetsAllThatItNamesAndNothingElse(Recipe recipe) {
    settings.field("epochs").textProperty().set("3");
    settings.take(recipe);
    assertThat(settings.recipeProperty().get()).isEqualTo(recipe);
    Map<String, String> wanted = new HashMap<>(recipe.settings());
    if ("clip".equals(wanted.get("model.text.kind"))) {
      // a file of the user's own: its field says so
      assertThat(settings.configProperty().get()).isNull();
      assertThat(settings.field("model.text.vocabulary").problemProperty().get()).isNotNull();
      settings.field("model.text.vocabulary").textProperty().set("tokenizer.json");
      wanted.put("model.text.vocabulary", "tokenizer.json");
    }
    RunConfig expected = new RunConfigCodec().read(null, wanted, RunConfig.defaults());
    assertThat(settings.configProperty().get()).isEqualTo(expected);
    assertThat(new RunConfigCodec().read(null, settings.overrides(), RunConfig.defaults()))
        .isEqualTo(expected);
    settings.reset();
    assertThat(settings.recipeProperty().get()).isNull();
    assertThat(settings.configProperty().get()).isEqualTo(RunConfig.defaults());
  }

  @Test
  void wordsStandForConstants() {
    settings.field("sampler.kind").textProperty().set("random");
    assertThat(settings.configProperty().get().sampler().kind()).isEqualTo(SamplerKind.RANDOM);
  }

  @Test
  void anEmptyFieldIsAProblemAndNoCrash() {
    settings.field("epochs").textProperty().set("");
    assertThat(settings.field("epochs").problemProperty().get()).isNotNull();
    settings.field("name").textProperty().set(null);
    assertThat(settings.field("name").problemProperty().get()).isNotNull();
  }

  @Test
  void resetTakesEverythingBack() {
    settings.field("sampler.instances").textProperty().set("0");
    settings.field("optimizer.head.learningRate").textProperty().set("0.1");
    settings.reset();
    assertThat(settings.configProperty().get()).isEqualTo(RunConfig.defaults());
    assertThat(settings.field("optimizer.head.learningRate").text()).isEqualTo("0.003");
  }
}
