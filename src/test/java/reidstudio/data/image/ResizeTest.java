package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
  private static final double ONE = 1 << AxisWeights.BITS;

  /** Weights are whole numbers, so positions are off by up to so much. */
  private static final double ROUNDING = 1e-3;

  /** The ramp 0, 1, 2, ... resized along one axis. */
  private static double[] ramp(int from, int to) {
    AxisWeights axis = new AxisWeights(from, to);
    return IntStream.range(0, to)
        .mapToDouble(
            i ->
                IntStream.range(0, axis.taps())
                    .mapToDouble(j -> axis.weight(i, j) / ONE * (axis.first(i) + j))
                    .sum())
        .toArray();
  }

  private static int[] values(Rgb picture) {
    return IntStream.range(0, picture.width() * picture.height())
        .map(i -> picture.sample(i % picture.width(), i / picture.width(), 1))
        .toArray();
  }

  /** The vectors of reid-domain 3.1, in steps of 80 so that bytes hold the halves. */
  @Test
  void twoByTwoToThreeByOneAndFourByTwo() {
    Rgb picture = Pictures.grey(2, 0, 80, 160, 240);
    assertThat(values(new Resize(1, 3).apply(picture))).containsExactly(40, 120, 200);
    assertThat(values(new Resize(2, 4).apply(picture)))
        .containsExactly(0, 80, 40, 120, 120, 200, 160, 240);
  }

  @Test
  void growingRampOf14To24() {
    assertThat(Arrays.copyOf(ramp(14, 24), 6))
        .containsExactly(
            new double[] {0, .375, .958333, 1.541667, 2.125, 2.708333}, within(ROUNDING));
    assertThat(ramp(14, 24)[23]).isEqualTo(13);
  }

  /**
   * Scale 1.75, so the triangle reaches 1.75 to both sides. First output: centre .375, weights of 0
   * to 2 are 1.375, 1.125 and .125 parts of 2.625; second: centre 2.125, weights of 1 to 3 are
   * .625, 1.625 and .875 parts of 3.125.
   */
  @Test
  void shrinkingRampOf14To8() {
    double[] ramp = ramp(14, 8);
    assertThat(ramp[0]).isCloseTo(1.375 / 2.625, within(ROUNDING));
    assertThat(ramp[1]).isCloseTo((.625 + 2 * 1.625 + 3 * .875) / 3.125, within(ROUNDING));
    assertThat(ramp[7]).isCloseTo(13 - ramp[0], within(ROUNDING));
  }

  /** Centres .5 and 2.5, reach 2: weights 3, 3, 1 and 1, 3, 3 parts of 7. */
  @Test
  void halfTheSizeLooksAtTheNextPixelToo() {
    assertThat(values(new Resize(2, 1).apply(Pictures.grey(4, 0, 100, 50, 250))))
        .containsExactly(50, 143);
  }

  @Test
  void muchSmallerLooksAtAll() {
    // 4 to 1: distances to 1.5 are 1.5 .5 .5 1.5 of reach 4, so weights .625 .875 .875 .625 of 3
    AxisWeights axis = new AxisWeights(4, 1);
    assertThat(axis.first(0)).isZero();
    assertThat(IntStream.range(0, 4).mapToDouble(j -> axis.weight(0, j) / ONE).toArray())
        .containsExactly(new double[] {.625 / 3, .875 / 3, .875 / 3, .625 / 3}, within(1e-4));
  }

  @Test
  void finePatternsDoNotAlias() {
    // the two neighbours of every output centre are white, but half of all pixels are black
    int[] stripes = IntStream.range(0, 64).map(x -> x % 4 == 1 || x % 4 == 2 ? 255 : 0).toArray();
    int[] small = values(new Resize(16, 1).apply(Pictures.grey(64, stripes)));
    assertThat(IntStream.of(small).skip(1).limit(14)).allMatch(value -> value == 128);
  }

  /** The sum over all pixels that the definition has, in floating point. */
  @ParameterizedTest
  @CsvSource({
    "7,5,7,5",
    "9,4,3,8",
    "64,128,48,96",
    "33,17,8,40",
    "5,3,64,61",
    "40,91,13,7",
    "9,1100,11,6",
    "3,1030,17,1200"
  })
  void withinTwoThirdsOfALevelOfTheDefinition(
      int fromWidth, int fromHeight, int width, int height) {
    Rgb picture =
        Pictures.grey(
            fromWidth,
            new SplittableRandom(3).ints((long) fromWidth * fromHeight, 0, 256).toArray());
    Rgb small = new Resize(width, height).apply(picture);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat((double) small.sample(x, y, 0))
            .isCloseTo(SlowResize.value(picture, 0, x, y, width, height), within(0.65));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "9,1", "2,3", "97,13", "5,64", "64,5", "64,31", "64,32", "64,33"})
  void weightsAddUpToOneAndStayInside(int from, int to) {
    AxisWeights axis = new AxisWeights(from, to);
    assertThat(axis.to()).isEqualTo(to);
    for (int i = 0; i < to; i++) {
      int at = i;
      int sum = IntStream.range(0, axis.taps()).map(j -> axis.weight(at, j)).sum();
      assertThat(sum).isEqualTo(1 << AxisWeights.BITS);
      assertThat(IntStream.range(0, axis.taps()).allMatch(j -> axis.weight(at, j) >= 0)).isTrue();
      assertThat(axis.first(i)).isNotNegative();
      assertThat(axis.first(i) + axis.taps()).isLessThanOrEqualTo(from);
    }
  }

  @Test
  void anEvenPictureStaysEven() {
    int[] white = IntStream.generate(() -> 255).limit(37 * 23).toArray();
    for (int size : new int[] {1, 5, 23, 37, 60}) {
      assertThat(values(new Resize(size, size + 3).apply(Pictures.grey(37, white))))
          .containsOnly(255);
    }
  }

  @Test
  void theRightSizeIsNotChanged() {
    Rgb picture = Pictures.grey(2, 0, 80, 160, 240);
    assertThat(values(new Resize(2, 2).apply(picture))).containsExactly(0, 80, 160, 240);
  }

  @Test
  void thePictureBeforeLeavesNothingBehind() {
    Resize resize = new Resize(3, 5);
    Rgb small = Pictures.grey(2, 7, 80, 160, 240);
    int[] alone = values(resize.apply(small));
    resize.apply(Pictures.grey(37, IntStream.range(0, 37 * 20).map(i -> i % 256).toArray()));
    assertThat(values(resize.apply(small))).isEqualTo(alone);
  }
}
