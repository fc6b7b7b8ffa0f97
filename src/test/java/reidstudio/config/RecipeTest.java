package reidstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
  private static final RunConfigCodec CODEC = new RunConfigCodec();

  /** Where a user's own files are named. */
  private static RunConfig filledIn(Recipe recipe) {
    Map<String, String> settings = new LinkedHashMap<>(recipe.settings());
    if ("clip".equals(settings.get("model.text.kind"))) {
      settings.put("model.text.vocabulary", "tokenizer.json");
    }
    return CODEC.read(null, settings, RunConfig.defaults());
  }

  @ParameterizedTest
  @EnumSource(Recipe.class)
  void everyRecipeIsAConfigurationUnderItsOwnName(Recipe recipe) {
    assertThat(filledIn(recipe).name()).isEqualTo(recipe.id());
    assertThat(Recipe.of(recipe.id())).contains(recipe);
  }

  /** As ReID5o's own scheduler: a tenth at first, all of it from the sixth epoch on, never none. */
  @Test
  void orbenchWarmsUpAndCoolsDownLikeItsTrainer() {
    RunConfig config = filledIn(Recipe.ORBENCH_CLIP);
    assertThat(config.optimizer().schedule().pace()).isEqualTo(SchedulePace.EPOCH_FROM_ZERO);
    assertThat(config.epochs() * config.optimizer().schedule().warmupShare())
        .isCloseTo(5, within(0.1));
  }

  @Test
  void theDemoIsTheDefault() {
    assertThat(filledIn(Recipe.DEMO)).isEqualTo(RunConfig.defaults());
  }

  @Test
  void modelsOfClipHaveItsHeadsAndAskForItsVocabulary() {
    for (Recipe recipe : new Recipe[] {Recipe.ORBENCH_CLIP, Recipe.CHALLENGE}) {
      ModelConfig model = filledIn(recipe).model();
      assertThat(model.heads() * 64).isEqualTo(model.width());
      assertThat(model.text().heads() * 64).isEqualTo(model.text().width());
      assertThatThrownBy(() -> CODEC.read(null, recipe.settings(), RunConfig.defaults()))
          .isInstanceOfSatisfying(
              ConfigException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(Problem::path)
                      .containsExactly("model.text.vocabulary"));
    }
  }

  /** The head moves a logit by at most about 408 times the sum of its rates (512 dimensions). */
  @Test
  void theStuckHeadCannotLeaveLnC() {
    OptimizerConfig optimizer = filledIn(Recipe.STUCK_CE).optimizer();
    double updates = 1728.0 / optimizer.accumulation();
    assertThat(408 * updates * optimizer.head().learningRate()).isLessThan(1);
  }

  @Test
  void settingsAreWrittenAndReadAsJsonAndYaml(@TempDir Path folder) throws IOException {
    RunConfig config = filledIn(Recipe.CHALLENGE);
    Path json = Files.writeString(folder.resolve("settings.json"), CODEC.toJson(config));
    Path yaml = Files.writeString(folder.resolve("settings.yaml"), CODEC.toYaml(config));
    assertThat(CODEC.read(json)).isEqualTo(config);
    assertThat(CODEC.read(yaml)).isEqualTo(config);
  }
}
