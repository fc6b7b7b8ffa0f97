package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.config.RunConfig;
import reidstudio.data.Modality;

class ClipSelfTestTest {
  @ParameterizedTest
  @EnumSource(value = Modality.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
  void aSoundModelPasses(Modality modality) {
    try (TinyClip tiny = new TinyClip()) {
      ClipSelfTest.Agreement agreement =
          new ClipSelfTest(tiny.config, tiny.weights(modality))
              .run(tiny.model, tiny.scope, modality);
      assertThat(agreement.image()).isBetween(0.9999999, 1.0000001);
      assertThat(agreement.text().orElseThrow()).isBetween(0.9999999, 1.0000001);
    }
  }

  @Test
  void aSoundModelOfShortNumbersPasses() {
    try (TinyClip tiny = new TinyClip("compute.precision", "bf16")) {
      ClipSelfTest.Agreement agreement =
          new ClipSelfTest(tiny.config, tiny.weights(Modality.VIS))
              .run(tiny.model, tiny.scope, Modality.VIS);
      assertThat(agreement.image()).isBetween(0.999, 0.9999999);
    }
  }

  @Test
  void captionsOfWordsAreNotClips() {
    try (TinyClip tiny = new TinyClip("model.text.kind", "words")) {
      assertThat(
              new ClipSelfTest(tiny.config, tiny.weights(Modality.VIS))
                  .run(tiny.model, tiny.scope, Modality.VIS)
                  .text())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"float32, 4, 1", "bf16, 4, 1", "float32, 2, 2"})
  void wrongHeadsAreRefusedWithTheNumbers(String precision, int image, int text) {
    try (TinyClip tiny = new TinyClip("compute.precision", precision)) {
      RunConfig other =
          TinyClip.config(
              "compute.precision",
              precision,
              "model.heads",
              Integer.toString(image),
              "model.text.heads",
              Integer.toString(text));
      String what = image == 2 ? "test caption" : "test 'vis' picture";
      assertThatThrownBy(
              () ->
                  new ClipSelfTest(other, tiny.weights(Modality.VIS))
                      .run(tiny.model, tiny.scope, Modality.VIS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(what)
          .hasMessageMatching(".*cosine 0\\.\\d{6}, at least 0\\.99\\d+ expected.*");
    }
  }

  @Test
  void exactGeluIsRefused() {
    try (TinyClip tiny = new TinyClip()) {
      ClipForm form = ClipForm.of(tiny.config.model());
      ClipForm gelu =
          new ClipForm(
              form.image(),
              form.text(),
              PlainClipTest.exactGelu(),
              form.normsPatches(),
              form.endToken());
      PlainClip plain = new PlainClip(gelu, tiny.weights(Modality.VIS));
      assertThatThrownBy(
              () -> new ClipSelfTest(tiny.config, plain).run(tiny.model, tiny.scope, Modality.VIS))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anotherModalitysPatchesAreRefused() {
    try (TinyClip tiny = new TinyClip()) {
      Function<String, float[]> other = tiny.weights(Modality.NIR);
      assertThatThrownBy(
              () -> new ClipSelfTest(tiny.config, other).run(tiny.model, tiny.scope, Modality.VIS))
          .hasMessageContaining("'vis' picture");
    }
  }

  @Test
  void aFeatureThatIsNoNumberIsRefused() {
    try (TinyClip tiny = new TinyClip()) {
      float[] broken = tiny.parameter("visual.ln_post.bias").toFloatArray();
      Function<String, float[]> sound = tiny.weights(Modality.VIS);
      broken[3] = Float.NaN;
      tiny.parameter("visual.ln_post.bias").set(broken);
      assertThatThrownBy(
              () -> new ClipSelfTest(tiny.config, sound).run(tiny.model, tiny.scope, Modality.VIS))
          .hasMessageContaining("NaN");
    }
  }
}
