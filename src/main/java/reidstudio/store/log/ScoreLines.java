package reidstudio.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.SettingScores;

/**
 * Evaluations of IRRA, ReID5o, TransReID, fast-reid and torchreid, all in percent: tables, one line
 * for each setting, or one line for each score.
 */
final class ScoreLines implements LogFormat {
  private static final Pattern SCORE =
      Pattern.compile("(R1|R5|R10|mAP|mINP)=(" + LogNumber.FORM + ")");

  private final LinePatterns lines =
      new LinePatterns()
          .when("^Validation Results(?: - Epoch: (\\d+))?", this::begin)
          .when("^([\\w+]+): ((?:R1|mAP)=.*)", this::setting)
          .when("^mAP *: *(" + LogNumber.FORM + ")%", line -> single("mAP", line.group(1)))
          .when(
              "^(?:CMC curve, )?Rank-(\\d+) *: *(" + LogNumber.FORM + ")%",
              line -> single("Rank-" + line.group(1), line.group(2)))
          .when("^best R1: " + LogNumber.FORM + " at epoch \\d+", line -> List.of())
          .known(
              "^(?:One|Two|Three|Four) Modalit(?:y|ies) Evaluating",
              "^\\*\\* Results \\*\\*$",
              "^CMC curve$",
              "^Test during training is over");

  private OptionalInt epoch = OptionalInt.empty();
  private List<String> header = List.of();

  @Override
  public String program() {
    return "scores in percent";
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    if (text.startsWith("+-")) {
      return Optional.of(List.of());
    }
    if (text.startsWith("|")) {
      return row(text);
    }
    return lines.read(text);
  }

  private List<LogFact> begin(Matcher line) {
    epoch =
        line.group(1) == null
            ? OptionalInt.empty()
            : OptionalInt.of(LogNumber.whole(line.group(1)));
    return List.of();
  }

  private List<LogFact> setting(Matcher line) {
    ScoreRow row = new ScoreRow();
    Matcher score = SCORE.matcher(line.group(2));
    while (score.find()) {
      row.putPercent(score.group(1), score.group(2));
    }
    return told(row.of(line.group(1)));
  }

  private List<LogFact> single(String name, String percent) {
    ScoreRow row = new ScoreRow();
    row.putPercent(name, percent);
    return row.isEmpty() ? List.of() : told(row.of("all"));
  }

  /** A table's head names its columns; the setting stands in the first. */
  private Optional<List<LogFact>> row(String text) {
    List<String> cells = cells(text);
    if (cells.stream().anyMatch(ScoreRow::isScore)) {
      header = cells;
      return Optional.of(List.of());
    }
    if (header.isEmpty()) {
      return Optional.empty();
    }
    ScoreRow row = new ScoreRow();
    for (int i = 1; i < Math.min(header.size(), cells.size()); i++) {
      row.putPercent(header.get(i), cells.get(i));
    }
    return row.isEmpty() || cells.get(0).isEmpty()
        ? Optional.of(List.of())
        : Optional.of(told(row.of(cells.get(0))));
  }

  /** What stands between two bars; a cell without its second bar may be cut off. */
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    int from = 1;
    for (int bar = text.indexOf('|', from); bar >= 0; bar = text.indexOf('|', from)) {
      cells.add(text.substring(from, bar).strip());
      from = bar + 1;
    }
    return cells;
  }

  private List<LogFact> told(SettingScores scores) {
    return List.of(new LogFact.Scores(epoch, "as printed", List.of(scores)));
  }
}
