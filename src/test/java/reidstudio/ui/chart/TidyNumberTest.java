package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1500, 500, 1.5k",
    "20000, 20000, 20k",
    "2500000, 500000, 2.5M",
    "0.0035, 0.0005, 0.0035",
    "0.30000000000000004, 0.1, 0.3",
    "1e-5, 1e-5, 1e-5",
    "2.5e-4, 5e-5, 2.5e-4",
    "-1200, 200, −1.2k",
    "1000125, 1, 1000125",
    "1e18, 1e18, 1e18",
    "999.5, 0.5, 999.5"
  })
  void ticksAreAsPreciseAsTheirDistance(double value, double step, String expected) {
    assertThat(TidyNumber.tick(value, step)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "4.158883083359672, 4.15888",
    "0, 0",
    "123456789, 1.23457e8",
    "-0.5, −0.5",
    "0.000123456789, 1.23457e-4",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void valuesHaveSixDigits(double value, String expected) {
    assertThat(TidyNumber.value(value, 6)).isEqualTo(expected);
  }

  @Test
  void aPlaceIsShortUnlessItIsAStep() {
    assertThat(TidyNumber.place(12_345_678)).isEqualTo("12345678");
    assertThat(TidyNumber.place(3 + 49 / 72.0)).isEqualTo("3.680556");
    assertThat(TidyNumber.place(2.5)).isEqualTo("2.5");
  }

  @Test
  void exactValuesReadBackToTheSameDouble() {
    assertThat(TidyNumber.exact(12_345)).isEqualTo("12345");
    assertThat(TidyNumber.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(TidyNumber.exact(-0.0)).isEqualTo("-0.0");
    assertThat(TidyNumber.exact(Double.NaN)).isEqualTo("NaN");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, 0:05",
    "754, 1, 12:34",
    "3725, 1, 1:02:05",
    "12000, 600, 3:20 h",
    "0, 1800, 0:00 h",
    "0.25, 0.05, 0.25 s",
    "-90, 30, −1:30"
  })
  void durationsReadLikeAClock(double seconds, double step, String expected) {
    assertThat(TidyDuration.of(seconds, step)).isEqualTo(expected);
  }
}
