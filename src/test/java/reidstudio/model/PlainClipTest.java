package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.data.Modality;
import reidstudio.model.ClipForm.Tower;

/** Engine and {@link PlainClip} agree, and would not if either had another form. */
class PlainClipTest {
  /** Rounding alone; see {@link #SEEN}. */
  private static final double SAME = 1e-5;

  /** What the smallest fault makes. */
  private static final double SEEN = 5e-3;

  private TinyClip tiny;
  private Function<String, float[]> weights;
  private ClipForm form;

  @BeforeEach
  void build() {
    tiny = new TinyClip();
    weights = tiny.weights(Modality.VIS);
    form = ClipForm.of(tiny.config.model());
  }

  @AfterEach
  void close() {
    tiny.close();
  }

  @ParameterizedTest
  @EnumSource(value = Modality.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
  void picturesAreThoseOfTheEngine(Modality modality) {
    float[] plain =
        new PlainClip(tiny.config.model(), tiny.weights(modality)).image(TinyClip.picture(1));
    assertThat(TinyClip.distance(tiny.feature(tiny.pictures(modality, 1), 0), plain))
        .isLessThan(SAME);
  }

  @Test
  void captionsAreThoseOfTheEngine() {
    assertThat(textDistance(form, weights)).isLessThan(SAME);
  }

  @Test
  void anotherNumberOfHeadsIsSeen() {
    Tower image = new Tower(4, form.image().layers(), false);
    Tower text = new Tower(2, form.text().layers(), true);
    ClipForm other =
        new ClipForm(image, text, form.activation(), form.normsPatches(), form.endToken());
    assertThat(imageDistance(other, weights)).isGreaterThan(SEEN);
    assertThat(textDistance(other, weights)).isGreaterThan(SEEN);
  }

  @Test
  void exactGeluIsSeen() {
    ClipForm other =
        new ClipForm(form.image(), form.text(), exactGelu(), form.normsPatches(), form.endToken());
    assertThat(imageDistance(other, weights)).isGreaterThan(SEEN);
    assertThat(textDistance(other, weights)).isGreaterThan(SEEN);
  }

  @Test
  void patchesWithoutTheirNormAreSeen() {
    ClipForm other =
        new ClipForm(form.image(), form.text(), form.activation(), false, form.endToken());
    assertThat(imageDistance(other, weights)).isGreaterThan(SEEN);
  }

  @Test
  void aCaptionThatSeesItsFutureIsSeen() {
    Tower text = new Tower(form.text().heads(), form.text().layers(), false);
    ClipForm other =
        new ClipForm(form.image(), text, form.activation(), form.normsPatches(), form.endToken());
    assertThat(textDistance(other, weights)).isGreaterThan(SEEN);
  }

  @Test
  void aCaptionsFeatureAtItsStartIsSeen() {
    ClipForm other =
        new ClipForm(form.image(), form.text(), form.activation(), form.normsPatches(), false);
    assertThat(textDistance(other, weights)).isGreaterThan(SEEN);
  }

  @Test
  void aSquareProjectionLyingOnItsSideIsSeen() {
    String name = "text.proj.weight";
    int width = tiny.config.model().text().width();
    assertThat(width).as("no shape tells").isEqualTo(tiny.config.model().embedding());
    float[] turned = tiny.parameter(name).transpose().toFloatArray();
    assertThat(textDistance(form, instead(Map.of(name, turned)))).isGreaterThan(SEEN);
  }

  private Function<String, float[]> instead(Map<String, float[]> other) {
    return name -> other.containsKey(name) ? other.get(name) : weights.apply(name);
  }

  private double imageDistance(ClipForm form, Function<String, float[]> weights) {
    float[] engine = tiny.feature(tiny.pictures(Modality.VIS, 1), 0);
    return TinyClip.distance(new PlainClip(form, weights).image(TinyClip.picture(1)), engine);
  }

  private double textDistance(ClipForm form, Function<String, float[]> weights) {
    float[] engine = tiny.feature(tiny.captions(TinyClip.CAPTION), 0);
    return TinyClip.distance(new PlainClip(form, weights).text(TinyClip.CAPTION), engine);
  }

  /** x * Phi(x), with erf by Abramowitz and Stegun 7.1.26. */
  static DoubleUnaryOperator exactGelu() {
    return x -> {
      double z = Math.abs(x) / Math.sqrt(2);
      double t = 1 / (1 + 0.3275911 * z);
      double series =
          t
              * (0.254829592
                  + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
      double erf = Math.copySign(1 - series * Math.exp(-z * z), x);
      return 0.5 * x * (1 + erf);
    };
  }
}
