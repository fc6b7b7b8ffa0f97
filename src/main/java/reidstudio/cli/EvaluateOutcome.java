package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reidstudio.data.Modality;
import reidstudio.engine.FileEvaluation;
import reidstudio.engine.Judged;
import reidstudio.engine.RunEvaluation;
import reidstudio.engine.SettingResult;
import reidstudio.event.ArityAverages;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;

/** What an evaluation found, for scripts, people and tables. */
final class EvaluateOutcome {
  private final Document document;
  private final String head;
  private final Judged found;
  private final List<SettingScores> averages;
  private final double seconds;

  private EvaluateOutcome(
      Document document, String head, Judged found, List<SettingScores> averages, double seconds) {
    this.document = document;
    this.head = head;
    this.found = found;
    this.averages = averages;
    this.seconds = seconds;
  }

  /** Of weights that {@code run} has kept. */
  static EvaluateOutcome ofRun(Path run, RunEvaluation.Outcome found, double seconds) {
    Evaluation evaluation = found.evaluation();
    return new EvaluateOutcome(
        new Document()
            .text("run", run.toString())
            .text("checkpoint", found.checkpoint().toString())
            .whole("step", evaluation.step())
            .whole("epoch", evaluation.epoch())
            .flag("cached", found.cached()),
        line("Run        %s", run)
            + line(
                "Checkpoint %s, step %d, after %d epochs",
                found.checkpoint().getFileName(), evaluation.step(), evaluation.epoch())
            + (found.cached() ? line("Features   of an earlier evaluation, from the cache") : ""),
        found,
        new ArityAverages().of(evaluation),
        seconds);
  }

  /** Of features in {@code file}; averages only where the names of settings tell modalities. */
  static EvaluateOutcome ofFile(Path file, FileEvaluation.Outcome found, double seconds) {
    Evaluation evaluation = found.evaluation();
    boolean modalities =
        evaluation.settings().stream().allMatch(scores -> isCombination(scores.setting()));
    return new EvaluateOutcome(
        new Document().text("features", file.toString()),
        line("Features   %s", file),
        found,
        modalities ? new ArityAverages().of(evaluation) : List.of(),
        seconds);
  }

  private static boolean isCombination(String setting) {
    List<String> words = Arrays.stream(Modality.values()).map(Modality::word).toList();
    return words.containsAll(List.of(setting.split("\\+", -1)));
  }

  /** For scripts; to be taken once. */
  ObjectNode document() {
    return document
        .text("protocol", found.evaluation().protocol())
        .text("conduct", found.conduct())
        .whole("gallery", found.gallery())
        .text("device", found.device())
        .number("seconds", seconds)
        .number("meanMAP", found.evaluation().meanAveragePrecision().orElse(Double.NaN))
        .objects("settings", found.settings().stream().map(EvaluateOutcome::row).toList())
        .objects("averages", averages.stream().map(scores -> scores(scores).tree()).toList())
        .texts("warnings", found.warnings())
        .tree();
  }

  private static ObjectNode row(SettingResult result) {
    return scores(result.scores())
        .whole("withoutMatch", result.withoutMatch())
        .number("mAPLowest", result.lowestMap())
        .number("mAPHighest", result.highestMap())
        .number("mAP@100/per-hit", result.mapAt100PerHit())
        .number("mAP@100/per-reachable", result.mapAt100PerReachable())
        .number("mAP@100/per-match", result.mapAt100PerMatch())
        .tree();
  }

  static Document scores(SettingScores scores) {
    return new Document()
        .text("setting", scores.setting())
        .whole("queries", scores.queries())
        .number("R1", scores.rank1())
        .number("R5", scores.rank5())
        .number("R10", scores.rank10())
        .number("mAP", scores.map())
        .number("mINP", scores.minp());
  }

  String text() {
    StringBuilder text = new StringBuilder(head);
    text.append(
        line(
            "Protocol   %s: %d gallery pictures, cosine, full ranking; %s",
            found.evaluation().protocol(), found.gallery(), found.conduct()));
    text.append(
        line(
            "%n%-18s %7s %6s %6s %6s %6s %6s %8s",
            "setting", "queries", "R1", "R5", "R10", "mAP", "mINP", "mAP@100"));
    found.settings().forEach(each -> text.append(tableRow(each.scores()) + cut(each)));
    if (!averages.isEmpty()) {
      text.append('\n');
    }
    averages.forEach(scores -> text.append(tableRow(scores)).append('\n'));
    text.append(line("%nScores in percent; %s, %.1f s in all.", found.device(), seconds));
    text.append(
        line(
            "mAP@100 is per-reachable: divided by the matches that 100 pictures could hold; --json has the"
                + " other forms."));
    found.warnings().forEach(warning -> text.append(warning).append('\n'));
    return text.toString();
  }

  private static String tableRow(SettingScores scores) {
    return String.format(
        Locale.ROOT,
        "%-18s %7d %s %s %s %s %s",
        scores.setting(),
        scores.queries(),
        percent(scores.rank1()),
        percent(scores.rank5()),
        percent(scores.rank10()),
        percent(scores.map()),
        percent(scores.minp()));
  }

  private static String cut(SettingResult result) {
    return line("   %s", percent(result.mapAt100PerReachable()));
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%6.2f", 100 * share) : "     -";
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  /**
   * Writes the settings as comma-separated values; a score that is not known is an empty cell.
   *
   * @throws IOException with one sentence for the user
   */
  void writeCsv(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("setting,queries,R1,R5,R10,mAP,mINP"));
    for (SettingScores scores : found.evaluation().settings()) {
      lines.add(
          String.join(
              ",",
              scores.setting(),
              Integer.toString(scores.queries()),
              cell(scores.rank1()),
              cell(scores.rank5()),
              cell(scores.rank10()),
              cell(scores.map()),
              cell(scores.minp())));
    }
    try {
      Files.write(file, lines, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "There is no folder " + file.getParent() + " to write " + file.getFileName() + " in.", e);
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be written (%s); choose another file or free space."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String cell(double score) {
    return Double.isFinite(score) ? Double.toString(score) : "";
  }
}
