package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "5.950643, 5.951",
    "22.6274, 22.63",
    "0.0123, 0.0123",
    "0.0, 0.0000",
    "1480.4, 1480",
    "NaN, –"
  })
  void numbers(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.9375, 94 %", "0.0025, 0.3 %", "1, 100 %", "0, 0 %", "NaN, –"})
  void shares(double value, String text) {
    assertThat(Figures.percent(value)).isEqualTo(text.replace(' ', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({
    "42.4, 42 s, 42 秒",
    "187, 3:07 min, 3 分 07 秒",
    "7500, 2:05 h, 2 小时 05 分",
    "59.6, 1:00 min, 1 分 00 秒",
    "NaN, –, –"
  })
  void durations(double seconds, String english, String chinese) {
    assertThat(Figures.duration(seconds, new Messages(Language.ENGLISH))).isEqualTo(english);
    assertThat(Figures.duration(seconds, new Messages(Language.CHINESE))).isEqualTo(chinese);
  }
}
