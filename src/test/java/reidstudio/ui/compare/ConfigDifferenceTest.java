package reidstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigDifferenceTest {
  @Test
  void onlyWhatDiffersIsTold() {
    ConfigDifference difference =
        ConfigDifference.of(
            List.of(
                Map.of("seed", "1", "epochs", "24"),
                Map.of("seed", "2", "epochs", "24"),
                Map.of("seed", "1", "epochs", "24")));
    assertThat(difference.rows())
        .containsExactly(new ConfigDifference.Row("seed", List.of("1", "2", "1")));
  }

  @Test
  void aRunThatDoesNotTellDiffers() {
    ConfigDifference difference = ConfigDifference.of(List.of(Map.of("seed", "1"), Map.of()));
    assertThat(difference.rows())
        .containsExactly(new ConfigDifference.Row("seed", List.of("1", ConfigDifference.UNKNOWN)));
  }
}
