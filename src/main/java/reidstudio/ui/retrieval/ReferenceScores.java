package reidstudio.ui.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;

/** Published scores of another model on the full test split of a public data set. */
final class ReferenceScores {
  private static final double PERCENT = 100;

  private final Map<String, SettingScores> settings;

  private ReferenceScores(Map<String, SettingScores> settings) {
    this.settings = settings;
  }

  /** ReID5o on ORBench; the file names its source. */
  static ReferenceScores reid5o() {
    Map<String, SettingScores> settings = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceScores.class.getResourceAsStream(
                        "/reidstudio/ui/retrieval/reid5o-orbench.csv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("setting,"))
          .map(ReferenceScores::parse)
          .forEach(scores -> settings.put(scores.setting(), scores));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReferenceScores(settings);
  }

  private static SettingScores parse(String line) {
    String[] cells = line.split(",", -1);
    double[] shares = new double[5];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Double.parseDouble(cells[i + 2]) / PERCENT;
    }
    return new SettingScores(
        cells[0],
        Integer.parseInt(cells[1]),
        shares[0],
        shares[1],
        shares[2],
        shares[3],
        shares[4]);
  }

  /** The published scores of {@code setting}; empty if there are none. */
  Optional<SettingScores> of(String setting) {
    return Optional.ofNullable(settings.get(setting));
  }

  /** As an evaluation, for its averages. */
  Evaluation evaluation() {
    return new Evaluation(0, 0, "ORBench", java.util.List.copyOf(settings.values()));
  }

  /**
   * Whether {@code evaluation} was made on the same data, so that both can be compared: the numbers
   * of queries tell, which no smaller set in the same layout shares.
   */
  boolean isComparable(Evaluation evaluation) {
    return evaluation.settings().size() == settings.size()
        && evaluation.settings().stream()
            .allMatch(
                scores ->
                    of(scores.setting()).filter(s -> s.queries() == scores.queries()).isPresent());
  }
}
