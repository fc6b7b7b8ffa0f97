package reidstudio.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickFixReportTest {
  private static final EpochSummary SICK = epoch(64, 4.2, 4.16, 0.5, 6, 12, 10, 22.6);

  private static EpochSummary epoch(
      int classes,
      double ceFirst,
      double ceLast,
      double pairable,
      double validRows,
      double rows,
      double norm,
      double normExpected) {
    return new EpochSummary(
        1,
        40,
        classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes),
        ceFirst,
        ceLast,
        pairable,
        validRows,
        rows,
        norm,
        normExpected,
        10,
        new HeadReach(30));
  }

  /** One whose head can have moved a logit by {@code reach}. */
  private static EpochSummary shortEpoch(double last, double pairable, double reach) {
    return new EpochSummary(
        1, 40, OptionalInt.of(64), 4.15, last, pairable, 12, 12, 22, 22, 10, new HeadReach(reach));
  }

  private static QuickFixReport with(EpochSummary after) {
    return new QuickFixReport(List.of(new Change("a.b", "1")), "old", "new", SICK, after);
  }

  private static QuickFixItem item(int index, EpochSummary after) {
    return with(after).items().get(index);
  }

  /** ln 64 - 0.4 = 3.7589, ln 1000 - 0.4 = 6.5078; 5.5 for the 384 of the seed, not 5.5506. */
  @ParameterizedTest
  @CsvSource({
    "384, 6.0, 5.4999, true",
    "384, 6.0, 5.5, false",
    "384, 6.0, 5.52, false",
    "0, 6.0, 5.4999, true",
    "0, 6.0, 5.5, false",
    "64, 4.2, 3.758, true",
    "64, 4.2, 3.760, false",
    "1000, 6.9, 6.507, true",
    "1000, 6.9, 6.509, false",
    "64, 3.5, 3.5, false",
    "64, 3.4, 3.5, false",
    "64, 3.6, 3.5, true",
    "64, NaN, 3.5, false",
    "64, 4.2, NaN, false"
  })
  void crossEntropyHasToFallBelowItsLimit(int classes, double first, double last, boolean passes) {
    QuickFixItem item = item(0, epoch(classes, first, last, 1, 12, 12, 22, 22));
    assertThat(item.passedAfter()).isEqualTo(passes);
    assertThat(Double.valueOf(item.after())).isEqualTo(Double.valueOf(last));
    assertThat(item.before()).isEqualTo(4.16);
    assertThat(item.passedBefore()).isEqualTo(4.16 < (classes == 64 ? 3.76 : 5.5));
  }

  @Test
  void whatIsExpectedIsSaidInNumbers() {
    assertThat(with(epoch(64, 4, 3, 1, 11.2, 12.04, 22, 22.63)).items())
        .extracting(QuickFixItem::expected)
        .containsExactly("below 3.76 and falling", "above 0.8", "near 12.0", "within 20 % of 22.6");
    assertThat(item(0, epoch(384, 4, 3, 1, 1, 1, 1, 1)).expected())
        .isEqualTo("below 5.50 and falling");
  }

  @ParameterizedTest
  @CsvSource({"0.8, false", "0.8001, true", "1, true", "NaN, false"})
  void pairableRatioHasToBeAboveFourFifths(double ratio, boolean passes) {
    assertThat(item(1, epoch(64, 4, 3, ratio, 12, 12, 22, 22)).passedAfter()).isEqualTo(passes);
  }

  /** 0.85 of 20 rows are 17. */
  @ParameterizedTest
  @CsvSource({
    "16.99, 20, false",
    "17, 20, true",
    "20, 20, true",
    "NaN, 20, false",
    "17, NaN, false"
  })
  void rowsHaveToFindPositives(double valid, double rows, boolean passes) {
    assertThat(item(2, epoch(64, 4, 3, 1, valid, rows, 22, 22)).passedAfter()).isEqualTo(passes);
  }

  /** 20 % of 20 are 4. */
  @ParameterizedTest
  @CsvSource({
    "16, 20, true",
    "15.99, 20, false",
    "24, 20, true",
    "24.01, 20, false",
    "NaN, 20, false",
    "20, NaN, false"
  })
  void theNormHasToBeNearWhatIsPredicted(double norm, double expected, boolean passes) {
    assertThat(item(3, epoch(64, 4, 3, 1, 12, 12, norm, expected)).passedAfter()).isEqualTo(passes);
  }

  @Test
  void oneLineThatFailsFailsTheWhole() {
    assertThat(with(epoch(64, 4, 3, 1, 12, 12, 22, 22)).passed()).isTrue();
    assertThat(with(epoch(64, 4, 3, 1, 12, 12, Double.NaN, 22)).passed()).isFalse();
    assertThat(with(epoch(64, 4, 3, 0.5, 12, 12, 22, 22)).passed()).isFalse();
  }

  /** The limit for 64 people is 3.76; before, cross-entropy falls by 0.04. */
  @ParameterizedTest
  @CsvSource({
    "4.1, 1, 2.49, open",
    "4.1, 1, 2.5, fail",
    "4.1, 1, NaN, fail",
    "4.1, 0.5, 1, fail",
    "3.9, 1, 1, fail",
    "3.5, 1, 1, pass"
  })
  void anEpochInWhichNoHeadMovesSaysNothingOfCrossEntropy(
      double last, double pairable, double reach, String verdict) {
    assertThat(with(shortEpoch(last, pairable, reach)).verdict()).isEqualTo(verdict);
  }

  @Test
  void theShortEpochIsSaidWithItsNumbers() {
    assertThat(with(shortEpoch(4.1, 1, 0.8)).remark())
        .contains(
            "One epoch is too short for cross-entropy: in 10 updates a logit can have moved by"
                + " 0.80, and below 2.5 no classifier left chance.");
  }

  /** Before, it falls by 0.04. */
  @ParameterizedTest
  @CsvSource({
    "4.1, 3.85, true",
    "4.1, 4.0, false",
    "4.1, 3.95, true",
    "4.1, 4.2, false",
    "NaN, 3.5, false"
  })
  void fallingMoreThanBeforeIsNoticed(double first, double last, boolean more) {
    assertThat(with(epoch(64, first, last, 1, 12, 12, 22, 22)).ceFallsMore()).isEqualTo(more);
  }

  @Test
  void aFallThatHasNotCrossedTheLimitIsSaid() {
    assertThat(with(epoch(64, 4.15, 3.9, 1, 12, 12, 22, 22)).remark())
        .contains("Cross-entropy falls now, by 0.25 in one epoch; the limit is for longer epochs.");
    assertThat(with(epoch(64, 4.15, 3.5, 1, 12, 12, 22, 22)).remark())
        .contains("Cross-entropy falls now, by 0.65 in one epoch.");
    assertThat(with(epoch(64, 4.15, 4.1, 1, 12, 12, 22, 22)).remark()).isEmpty();
    EpochSummary falling = epoch(64, 4.2, 4.0, 1, 12, 12, 22, 22);
    EpochSummary more = epoch(64, 4.2, 3.9, 1, 12, 12, 22, 22);
    assertThat(new QuickFixReport(List.of(), "a", "b", falling, more).remark())
        .contains(
            "Cross-entropy falls more than before, by 0.30 instead of 0.20 in one epoch; the limit"
                + " is for longer epochs.");
    assertThat(new QuickFixReport(List.of(), "a", "b", more, falling).remark()).isEmpty();
  }

  @Test
  void whatIsNotKnownBeforeIsNotCalledLess() {
    EpochSummary unknown = epoch(64, Double.NaN, Double.NaN, 1, 12, 12, 22, 22);
    EpochSummary falls = epoch(64, 4.2, 3.9, 1, 12, 12, 22, 22);
    assertThat(new QuickFixReport(List.of(), "a", "b", unknown, falls).ceFallsMore()).isFalse();
  }
}
