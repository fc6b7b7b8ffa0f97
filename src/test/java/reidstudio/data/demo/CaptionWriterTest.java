package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reidstudio.data.demo.Appearance.Build;
import reidstudio.data.demo.Appearance.SkinTone;
import reidstudio.data.demo.Appearance.Stature;

final class CaptionWriterTest {
  /** Nobody has less to tell: no build, no hat, no bag, plain clothes. */
  private static final Appearance UNREMARKABLE =
      new Appearance(
          Build.MEDIUM,
          Stature.AVERAGE,
          SkinTone.TAN,
          new Hair(Hair.Style.BALD, Hair.Shade.BLACK),
          Headwear.BARE,
          false,
          new Upper(Upper.Kind.SHIRT, Tint.ORANGE, Pattern.PLAIN, Tint.ORANGE),
          new Lower(Lower.Kind.SKIRT, Tint.ORANGE),
          Tint.BLACK,
          Bag.NONE);

  private static final Appearance SPECTACLED =
      new Appearance(
          Build.BROAD,
          Stature.TALL,
          SkinTone.DARK,
          new Hair(Hair.Style.PONYTAIL, Hair.Shade.GINGER),
          new Headwear(Headwear.Kind.CAP, Tint.ORANGE),
          true,
          new Upper(Upper.Kind.T_SHIRT, Tint.RED, Pattern.HORIZONTAL_STRIPES, Tint.WHITE),
          new Lower(Lower.Kind.JEANS, Tint.DARK_BLUE),
          Tint.WHITE,
          new Bag(Bag.Kind.BACKPACK, Tint.ORANGE));

  @Test
  void noTwoCaptionsOfAPersonAreEqualEvenForTheMostPicturesAllowed() {
    assertThat(captions(UNREMARKABLE, View.FRONT, 100)).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void articlesFitTheNextWord() {
    assertThat(many())
        .allSatisfy(
            caption ->
                assertThat(caption)
                    .doesNotContainPattern("\\b[Aa] [aeiouAEIOU]")
                    .doesNotContainPattern("\\b[Aa]n [^aeiouAEIOU]"))
        .anySatisfy(caption -> assertThat(caption).containsPattern("\\ban orange"));
  }

  @Test
  void captionsAreWellFormedSentences() {
    assertThat(many())
        .allSatisfy(
            caption ->
                assertThat(caption)
                    .matches("[A-Z].*[^ .,]\\.")
                    .doesNotContain("  ", " ,", " .", ",,", "..", "%", "null", ".jpg"));
  }

  @Test
  void theGarmentsAreAlwaysNamed() {
    assertThat(captions(SPECTACLED, View.SIDE, 60))
        .allSatisfy(
            caption ->
                assertThat(caption)
                    .containsPattern("(?i)T-shirt|short-sleeved top")
                    .containsPattern("(?i)jeans|denim")
                    .containsPattern("(?i)striped|stripes"));
  }

  @Test
  void otherDetailsAreSometimesLeftOut() {
    List<String> captions = captions(SPECTACLED, View.FRONT, 60);
    for (String detail : List.of("shoes", "ponytail", "glasses", "(backpack|rucksack)", "cap")) {
      assertThat(captions)
          .anySatisfy(caption -> assertThat(caption).containsPattern(detail))
          .anySatisfy(caption -> assertThat(caption).doesNotContainPattern(detail));
    }
  }

  @Test
  void glassesAreNotSeenFromBehind() {
    assertThat(captions(SPECTACLED, View.BACK, 60)).noneMatch(c -> c.contains("glasses"));
    assertThat(captions(SPECTACLED, View.FRONT, 60)).anyMatch(c -> c.contains("glasses"));
  }

  @Test
  void everyTemplateReadsWell() {
    Description d =
        new Description(
            "person",
            "tall person",
            List.of("short black hair", "glasses"),
            "an orange shirt",
            "blue jeans",
            List.of("white shoes"),
            Optional.of("a red handbag"),
            "from behind");
    assertThat(Stream.of(SentenceTemplate.values()).map(t -> t.fill(d)))
        .hasSizeGreaterThanOrEqualTo(8)
        .doesNotHaveDuplicates()
        .contains(
            "A tall person with short black hair and glasses wears an orange shirt, blue jeans and "
                + "white shoes, and carries a red handbag.",
            "An orange shirt and blue jeans are worn by a tall person with short black hair and "
                + "glasses. Also visible: white shoes and a red handbag.");
  }

  private static List<String> many() {
    SplittableRandom random = new SplittableRandom(3);
    List<Appearance> people = new AppearanceSampler(random).sample(150, List.of(UNREMARKABLE));
    return Stream.concat(Stream.of(UNREMARKABLE, SPECTACLED), people.stream())
        .flatMap(person -> captions(person, View.SIDE, 20).stream())
        .toList();
  }

  private static List<String> captions(Appearance person, View view, int count) {
    return new CaptionWriter(person, new SplittableRandom(17))
        .write(Collections.nCopies(count, view));
  }
}
