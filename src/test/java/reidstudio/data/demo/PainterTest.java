package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PainterTest {
  private static final Frame FRAME = new Frame(64, 128);

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Medium.class)
  void equalChanceGivesEqualPixels(Medium medium) {
    Appearance person = person(Tint.RED);
    assertThat(pixels(paint(medium, person, 3))).containsExactly(pixels(paint(medium, person, 3)));
    assertThat(pixels(paint(medium, person, 3))).isNotEqualTo(pixels(paint(medium, person, 4)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"NIR", "SKETCH"})
  void greyMediaHaveThreeEqualChannelsEvenAfterCompression(Medium medium) throws IOException {
    Path file = home.resolve("grey.jpg");
    Jpeg.write(file, paint(medium, person(Tint.RED), 1), 0.6);
    assertThat(IntStream.of(pixels(ImageIO.read(file.toFile())))).allMatch(PainterTest::isGrey);
  }

  @ParameterizedTest
  @EnumSource(
      value = Medium.class,
      names = {"VIS", "PENCIL"})
  void colourMediaShowTheColourOfTheClothes(Medium medium) {
    assertThat(share(medium, Tint.RED, rgb -> red(rgb) > 1.6 * green(rgb) && red(rgb) > 80))
        .isGreaterThan(share(medium, Tint.GREEN, rgb -> red(rgb) > 1.6 * green(rgb)) + 0.04);
  }

  /** About three of ten drawings: that is what other modalities have to say. */
  @Test
  void aPencilDrawingHasNowAndThenForgottenAColour() {
    long forgotten =
        IntStream.range(0, 100)
            .mapToObj(seed -> chestBox(paint(Medium.PENCIL, person(Tint.RED), seed)))
            .filter(chest -> IntStream.of(pixels(chest)).noneMatch(PainterTest::isRed))
            .count();
    assertThat(forgotten).isBetween(15L, 45L);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void infraredFollowsTheDyeNotTheColour(View view) {
    double darkBlue = chest(Tint.DARK_BLUE, view);
    double red = chest(Tint.RED, view);
    double blue = chest(Tint.BLUE, view);
    assertThat(darkBlue).as("alike in the infrared").isCloseTo(red, within(12.0));
    assertThat(blue).as("lighter to the eye, darker in the infrared").isLessThan(darkBlue - 20);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void aSketchShadesDarkClothAndLeavesLightClothWhite(View view) {
    assertThat(mean(chestBox(paint(Medium.SKETCH, person(Tint.BLACK), view, 2))))
        .isLessThan(mean(chestBox(paint(Medium.SKETCH, person(Tint.WHITE), view, 2))) - 40);
  }

  @Test
  void everyAppearanceCanBePaintedFromEverySide() {
    SplittableRandom random = new SplittableRandom(8);
    for (Appearance person : new AppearanceSampler(random).sample(40, List.of())) {
      for (Medium medium : Medium.values()) {
        for (View view : View.values()) {
          BufferedImage image =
              Painter.of(medium, new Frame(32, 64)).paint(person, view, Setting.STREET, random);
          assertThat(IntStream.of(pixels(image)).distinct().count()).isGreaterThan(20);
        }
      }
    }
  }

  private static double chest(Tint tint, View view) {
    return IntStream.range(0, 6)
        .mapToDouble(seed -> mean(chestBox(paint(Medium.NIR, person(tint), view, seed))))
        .average()
        .orElseThrow();
  }

  private static double share(Medium medium, Tint tint, IntPredicate predicate) {
    int[] pixels = pixels(paint(medium, person(tint), 1));
    return (double) IntStream.of(pixels).filter(predicate).count() / pixels.length;
  }

  /** Somebody in a plain jumper of the given colour, otherwise always the same. */
  private static Appearance person(Tint tint) {
    return new Appearance(
        Appearance.Build.BROAD,
        Appearance.Stature.AVERAGE,
        Appearance.SkinTone.LIGHT,
        new Hair(Hair.Style.SHORT, Hair.Shade.BROWN),
        Headwear.BARE,
        false,
        new Upper(Upper.Kind.COAT, tint, Pattern.PLAIN, tint),
        new Lower(Lower.Kind.TROUSERS, Tint.GREY),
        Tint.BLACK,
        Bag.NONE);
  }

  private static BufferedImage paint(Medium medium, Appearance person, long seed) {
    return paint(medium, person, View.FRONT, seed);
  }

  private static BufferedImage paint(Medium medium, Appearance person, View view, long seed) {
    return Painter.of(medium, FRAME).paint(person, view, Setting.HALL, new SplittableRandom(seed));
  }

  private static BufferedImage chestBox(BufferedImage image) {
    return image.getSubimage(26, 42, 12, 24);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static double mean(BufferedImage image) {
    return IntStream.of(pixels(image)).map(PainterTest::green).average().orElseThrow();
  }

  private static boolean isRed(int rgb) {
    return red(rgb) > 1.6 * green(rgb);
  }

  private static boolean isGrey(int rgb) {
    return red(rgb) == green(rgb) && green(rgb) == (rgb & 0xFF);
  }

  private static int red(int rgb) {
    return (rgb >> 16) & 0xFF;
  }

  private static int green(int rgb) {
    return (rgb >> 8) & 0xFF;
  }
}
