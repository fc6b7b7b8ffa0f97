package reidstudio.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.EvaluationRecord;

/**
 * Writes what evaluations leave behind. A reader finds a whole evaluation or none. Scores and
 * curves are kept of each; rankings, which are larger, of the last evaluation and of the one with
 * the highest mean mAP.
 */
final class EvaluationFiles {
  private static final String PART = ".part";

  private final EvaluationFolder folder;

  EvaluationFiles(RunFolder run) {
    this.folder = new EvaluationFolder(run.evaluations());
  }

  /** Takes the place of an earlier evaluation of the same step. */
  void write(Evaluation evaluation, EvaluationRecord record) throws IOException {
    Path place = folder.of(evaluation.step());
    Path part = place.resolveSibling(place.getFileName() + PART);
    delete(part);
    Files.createDirectories(part);
    EvaluationDetail detail = record.detail();
    AtomicFile.write(
        part.resolve(EvaluationFolder.ITEMS),
        new ItemsJson()
            .text(
                new ItemsJson.Texts(
                    detail.items().dataFolder(),
                    detail.items().identities(),
                    detail.items().items())));
    new DetailColumns().write(detail).write(part.resolve(EvaluationFolder.RANKINGS));
    ObjectNode scores = new EvaluationJson().tree(evaluation);
    new CurvesJson().write(record.curves(), scores);
    AtomicFile.write(
        part.resolve(EvaluationFolder.SCORES), Json.MAPPER.writeValueAsString(scores) + "\n");
    delete(place);
    Files.move(part, place);
    dropOthers(evaluation.step());
  }

  /** A folder that cannot be read now is left as it is. */
  private void dropOthers(long last) throws IOException {
    long best = last;
    double highest = -1;
    for (long step : folder.steps()) {
      OptionalDouble map = meanMap(step);
      if (map.isPresent() && map.getAsDouble() > highest) {
        highest = map.getAsDouble();
        best = step;
      }
    }
    for (long step : folder.steps()) {
      if (step != last && step != best) {
        Files.deleteIfExists(folder.of(step).resolve(EvaluationFolder.RANKINGS));
        Files.deleteIfExists(folder.of(step).resolve(EvaluationFolder.ITEMS));
      }
    }
  }

  private OptionalDouble meanMap(long step) {
    try {
      Path scores = folder.of(step).resolve(EvaluationFolder.SCORES);
      return new EvaluationJson()
          .read(Json.MAPPER.readTree(Files.readAllBytes(scores)))
          .meanAveragePrecision();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      Files.delete(folder);
    }
  }
}
