package reidstudio.store.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import reidstudio.event.SettingScores;

/** Scores of one setting while they are read, under the names that programs print. */
final class ScoreRow {
  private static final int RANK1 = 0;
  private static final int RANK5 = 1;
  private static final int RANK10 = 2;
  private static final int MAP = 3;
  private static final int MINP = 4;

  private final double[] scores = new double[5];

  ScoreRow() {
    Arrays.fill(scores, Double.NaN);
  }

  static SettingScores mapOnly(String setting, int queries, double map) {
    return new SettingScores(setting, queries, Double.NaN, Double.NaN, Double.NaN, map, Double.NaN);
  }

  /** Whether {@code name} is that of a score. */
  static boolean isScore(String name) {
    return column(name) >= 0;
  }

  /** Takes in a score of percent, with or without its sign; other names are passed over. */
  void putPercent(String name, String percent) {
    int column = column(name);
    String number = percent.strip().replace("%", "");
    OptionalDouble value = LogNumber.parse(number);
    if (column >= 0 && value.isPresent()) {
      scores[column] = LogNumber.share(number);
    }
  }

  boolean isEmpty() {
    return Arrays.stream(scores).allMatch(Double::isNaN);
  }

  SettingScores of(String setting) {
    return new SettingScores(
        setting, 0, scores[RANK1], scores[RANK5], scores[RANK10], scores[MAP], scores[MINP]);
  }

  private static int column(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT).replace("rank-", "r")) {
      case "r1" -> RANK1;
      case "r5" -> RANK5;
      case "r10" -> RANK10;
      case "map" -> MAP;
      case "minp" -> MINP;
      default -> -1;
    };
  }
}
