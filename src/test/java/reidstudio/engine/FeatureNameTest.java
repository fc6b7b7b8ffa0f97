package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureNameTest {
  @ParameterizedTest
  @CsvSource({
    "nir, query.nir",
    "nir+cp+text, query.nir-cp-text",
    "nir>vis, query.nir.to.vis",
  })
  void aSettingHasAPlainWordAndIsFoundByIt(String setting, String name) {
    assertThat(FeatureName.of(setting)).isEqualTo(name);
    assertThat(FeatureName.setting(name)).contains(setting);
  }

  @Test
  void whatHoldsNoFeaturesOfQueriesIsNoSetting() {
    assertThat(FeatureName.setting("gallery")).isEmpty();
    assertThat(FeatureName.setting("query.nir.labels")).isEmpty();
  }
}
