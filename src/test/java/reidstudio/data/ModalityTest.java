package reidstudio.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people call the five modalities. */
class ModalityTest {
  @ParameterizedTest
  @CsvSource({
    "rgb,VIS", "vis,VIS", "Visible,VIS", "ir,NIR", "NIR,NIR", "infrared,NIR", "Thermal,NIR",
    "sketch,SK", "sk,SK", "cpencil,CP", "colorpencil,CP", "cp,CP", "txt,TEXT", "text,TEXT"
  })
  void otherNames(String name, Modality modality) {
    assertThat(Modality.of(name)).contains(modality);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gallery", "depth", "vis/nir"})
  void noNames(String name) {
    assertThat(Modality.of(name)).isEmpty();
  }
}
