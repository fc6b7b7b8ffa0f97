package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
  /** The ramp 0, 1, 2, ... resized along one axis. */
  private static double[] ramp(int from, int to) {
    AxisWeights axis = new AxisWeights(from, to);
    return IntStream.range(0, to)
        .mapToDouble(
            i -> {
              double sum = 0;
              for (int j = 0; j < axis.weights(i).length; j++) {
                sum += axis.weights(i)[j] * (axis.first(i) + j);
              }
              return sum;
            })
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
        .containsExactly(new double[] {0, .375, .958333, 1.541667, 2.125, 2.708333}, within(1e-5));
    assertThat(ramp(14, 24)[23]).isEqualTo(13);
  }

  @Test
  void shrinkingRampOf14To8() {
    assertThat(ramp(14, 8))
        .containsExactly(
            new double[] {.375, 2.125, 3.875, 5.625, 7.375, 9.125, 10.875, 12.625}, within(1e-5));
  }

  @Test
  void halfTheSizeIsStillTheMeanOfTwo() {
    assertThat(values(new Resize(2, 1).apply(Pictures.grey(4, 0, 100, 50, 250))))
        .containsExactly(50, 150);
  }

  @Test
  void belowHalfTheTriangleWidens() {
    // 4 to 1: distances to 1.5 are 1.5 .5 .5 1.5 of reach 4, so weights .625 .875 .875 .625 of 3
    AxisWeights axis = new AxisWeights(4, 1);
    assertThat(axis.first(0)).isZero();
    assertThat(axis.weights(0))
        .containsExactly(new float[] {.625f / 3, .875f / 3, .875f / 3, .625f / 3}, within(1e-6f));
  }

  @Test
  void finePatternsDoNotAlias() {
    // the two neighbours of every output centre are white, but half of all pixels are black
    int[] stripes = IntStream.range(0, 64).map(x -> x % 4 == 1 || x % 4 == 2 ? 255 : 0).toArray();
    int[] small = values(new Resize(16, 1).apply(Pictures.grey(64, stripes)));
    assertThat(IntStream.of(small).skip(1).limit(14)).allMatch(value -> value == 128);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "9,1", "2,3", "97,13", "5,64", "64,5", "64,31", "64,32", "64,33"})
  void weightsAddUpToOneAndStayInside(int from, int to) {
    AxisWeights axis = new AxisWeights(from, to);
    assertThat(axis.size()).isEqualTo(to);
    for (int i = 0; i < to; i++) {
      double sum = 0;
      for (float weight : axis.weights(i)) {
        sum += weight;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
      assertThat(axis.first(i)).isNotNegative();
      assertThat(axis.first(i) + axis.weights(i).length).isLessThanOrEqualTo(from);
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
  void theRightSizeIsNotTouched() {
    Rgb picture = Pictures.grey(2, 0, 80, 160, 240);
    assertThat(new Resize(2, 2).apply(picture)).isSameAs(picture);
  }
}
