package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reidstudio.config.ChannelConfig;
import reidstudio.config.DataConfig;
import reidstudio.config.NormalisationConfig;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Modality;

class AugmentationTest {
  private static final int W = 8;
  private static final int H = 16;

  /** Red 10 x + 1, green 10 y + 1, blue 255; no value is the neutral one. */
  private static final Rgb PICTURE = picture();

  private static Rgb picture() {
    byte[] pixels = new byte[3 * W * H];
    for (int i = 0; i < W * H; i++) {
      pixels[i] = (byte) (10 * (i % W) + 1);
      pixels[W * H + i] = (byte) (10 * (i / W) + 1);
      pixels[2 * W * H + i] = (byte) 255;
    }
    return new Rgb(W, H, pixels);
  }

  private static Augmentation with(double flip, int padding, double erasing) {
    DataConfig base = DataConfig.defaults();
    return new Augmentation(
        new DataConfig(
            "",
            base.layout(),
            1,
            base.imageHeight(),
            base.imageWidth(),
            flip,
            padding,
            erasing,
            0,
            base.normalisation(),
            40,
            0));
  }

  private static float[] plain() {
    float[] out = new float[3 * W * H];
    with(0, 0, 0).plain(PICTURE, Modality.VIS, FloatBuffer.wrap(out), 0);
    return out;
  }

  private static float[] varied(Augmentation augmentation, long seed) {
    float[] out = new float[3 * W * H];
    augmentation.vary(PICTURE, Modality.VIS, new SplittableRandom(seed), FloatBuffer.wrap(out), 0);
    return out;
  }

  private static float at(float[] values, int channel, int y, int x) {
    return values[(channel * H + y) * W + x];
  }

  @Test
  void normalisesChannelsAndLaysThemOneAfterTheOther() {
    float[] out = plain();
    assertThat(Augmentation.floats(PICTURE)).isEqualTo(out.length);
    // (41 / 255 - .48145466) / .26862954 and so on
    assertThat(at(out, 0, 9, 4)).isCloseTo(-1.193727f, within(1e-5f));
    assertThat(at(out, 1, 9, 4)).isCloseTo(-0.386390f, within(1e-5f));
    assertThat(at(out, 2, 9, 4)).isCloseTo(2.145897f, within(1e-5f));
  }

  @Test
  void everyModalityHasItsOwnNumbers() {
    RunConfig config =
        new RunConfigCodec()
            .read(
                null,
                Map.of(
                    "data.normalisation.nir.mean", "0.5,0.25,0",
                    "data.normalisation.nir.std", "0.5,0.25,1"),
                RunConfig.defaults());
    Augmentation augmentation = new Augmentation(config.data());
    float[] out = new float[3 * W * H];
    augmentation.plain(PICTURE, Modality.NIR, FloatBuffer.wrap(out), 0);
    assertThat(at(out, 0, 9, 4)).isCloseTo((41 / 255f - 0.5f) / 0.5f, within(1e-6f));
    assertThat(at(out, 1, 9, 4)).isCloseTo((91 / 255f - 0.25f) / 0.25f, within(1e-6f));
    assertThat(at(out, 2, 9, 4)).isCloseTo(1, within(1e-6f));
    for (Modality other : new Modality[] {Modality.VIS, Modality.CP, Modality.SK}) {
      augmentation.plain(PICTURE, other, FloatBuffer.wrap(out), 0);
      assertThat(out).isEqualTo(plain());
    }
    assertThat(NormalisationConfig.clip().nir()).isEqualTo(ChannelConfig.clip());
  }

  @Test
  void aMirroredPictureIsShiftedAndFilledOnTheSameSide() {
    // dx shows columns further right, whatever is mirrored: the gap opens where x + dx is outside
    Augmentation shifted = with(0, 2, 0);
    Augmentation both = with(1, 2, 0);
    for (long seed = 0; seed < 50; seed++) {
      float[] one = varied(shifted, seed);
      float[] other = varied(both, seed);
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i] == 0).isEqualTo(one[i] == 0);
      }
    }
  }

  @Test
  void writesNothingOutsideItsPlace() {
    float[] out = new float[3 * W * H + 20];
    Arrays.fill(out, 99);
    with(1, 2, 1).vary(PICTURE, Modality.VIS, new SplittableRandom(1), FloatBuffer.wrap(out), 10);
    assertThat(Arrays.copyOf(out, 10)).containsOnly(99);
    assertThat(Arrays.copyOfRange(out, out.length - 10, out.length)).containsOnly(99);
    assertThat(Arrays.copyOfRange(out, 10, out.length - 10)).doesNotContain(99);
  }

  @Test
  void allOffIsPlain() {
    assertThat(varied(with(0, 0, 0), 3)).isEqualTo(plain());
  }

  @Test
  void flipMirrorsLeftAndRight() {
    float[] mirrored = varied(with(1, 0, 0), 3);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        assertThat(at(mirrored, 0, y, x)).isEqualTo(at(plain(), 0, y, W - 1 - x));
        assertThat(at(mirrored, 1, y, x)).isEqualTo(at(plain(), 1, y, x));
      }
    }
  }

  @Test
  void flipsAsOftenAsAskedFor() {
    Augmentation augmentation = with(0.3, 0, 0);
    int flipped = 0;
    for (long seed = 0; seed < 1000; seed++) {
      flipped += Arrays.equals(varied(augmentation, seed), plain()) ? 0 : 1;
    }
    assertThat(flipped).isBetween(240, 360); // binomial, sd 14.5
  }

  @Test
  void croppingShiftsByUpToThePaddingAndFillsWithTheMean() {
    Augmentation augmentation = with(0, 2, 0);
    Set<String> shifts = new HashSet<>();
    for (long seed = 0; seed < 500; seed++) {
      shifts.add(shift(varied(augmentation, seed)));
    }
    assertThat(shifts).hasSize(25).contains("-2,-2", "0,0", "2,2").doesNotContain("none");
  }

  /** The only shift of at most 3 that explains every value. */
  private static String shift(float[] out) {
    for (int dy = -3; dy <= 3; dy++) {
      for (int dx = -3; dx <= 3; dx++) {
        if (isShifted(out, dx, dy)) {
          return dx + "," + dy;
        }
      }
    }
    return "none";
  }

  private static boolean isShifted(float[] out, int dx, int dy) {
    float[] plain = plain();
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        boolean inside = x + dx >= 0 && x + dx < W && y + dy >= 0 && y + dy < H;
        float expected = inside ? at(plain, 0, y + dy, x + dx) : 0;
        float green = inside ? at(plain, 1, y + dy, x + dx) : 0;
        if (at(out, 0, y, x) != expected || at(out, 1, y, x) != green) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void erasesOneRectangleInAllChannels() {
    Augmentation augmentation = with(0, 0, 1);
    float[] plain = plain();
    Set<Integer> sizes = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      float[] out = varied(augmentation, seed);
      int left = W;
      int right = -1;
      int top = H;
      int bottom = -1;
      int erased = 0;
      for (int y = 0; y < H; y++) {
        for (int x = 0; x < W; x++) {
          if (at(out, 0, y, x) == 0) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            erased++;
            assertThat(at(out, 1, y, x)).isZero();
            assertThat(at(out, 2, y, x)).isZero();
          } else {
            assertThat(at(out, 0, y, x)).isEqualTo(at(plain, 0, y, x));
            assertThat(at(out, 2, y, x)).isEqualTo(at(plain, 2, y, x));
          }
        }
      }
      assertThat(erased).isEqualTo((right - left + 1) * (bottom - top + 1));
      // 2 % to 40 % of 128 pixels, sides rounded
      assertThat(erased).isBetween(1, 60);
      sizes.add(erased);
    }
    assertThat(sizes).hasSizeGreaterThan(10);
  }

  @Test
  void erasesAsOftenAsAskedFor() {
    Augmentation augmentation = with(0, 0, 0.2);
    int erased = 0;
    for (long seed = 0; seed < 1000; seed++) {
      erased += Arrays.equals(varied(augmentation, seed), plain()) ? 0 : 1;
    }
    assertThat(erased).isBetween(150, 250); // binomial, sd 12.6
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Augmentation augmentation = new Augmentation(DataConfig.defaults());
    assertThat(varied(augmentation, 8)).isEqualTo(varied(augmentation, 8));
    assertThat(varied(augmentation, 8)).isNotEqualTo(varied(augmentation, 9));
  }
}
