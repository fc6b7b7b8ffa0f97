package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.SettingScores;

/** Reads what the evaluations of a run have left in its folder; may take its time. */
public final class EvaluationReader {
  private static final long MOST_SCORES = 16L << 20;
  private static final long MOST_ITEMS = 256L << 20;

  /**
   * An evaluation's scores, and what belongs beside them.
   *
   * @param hasDetail whether its rankings are kept too
   */
  public record Kept(Evaluation evaluation, EvaluationCurves curves, boolean hasDetail) {}

  /**
   * The steps of {@code run} after which there are evaluations, ascending; none if there never was
   * one.
   *
   * @throws IOException with a sentence for the user
   */
  public List<Long> steps(Path run) throws IOException {
    try {
      return folder(run).steps();
    } catch (IOException e) {
      throw unreadable("The folder of evaluations", folder(run).path(), e);
    }
  }

  /**
   * The evaluation of {@code run} after {@code step}; empty if there is none.
   *
   * @throws IOException with a sentence for the user if it cannot be read
   */
  public Optional<Kept> scores(Path run, long step) throws IOException {
    Path place = folder(run).of(step);
    Path file = place.resolve(EvaluationFolder.SCORES);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(bytes(file, MOST_SCORES));
      if (tree == null || !tree.path("settings").isArray()) {
        throw new IOException("it has no settings");
      }
      return Optional.of(
          new Kept(
              new EvaluationJson().read(tree),
              new CurvesJson().read(tree),
              Files.exists(place.resolve(EvaluationFolder.RANKINGS))
                  && Files.exists(place.resolve(EvaluationFolder.ITEMS))));
    } catch (IOException e) {
      throw unreadable("The scores", file, e);
    }
  }

  /**
   * The rankings of the evaluation of {@code run} after {@code step}.
   *
   * @throws IOException with a sentence for the user if they are not kept or cannot be read
   */
  public EvaluationDetail detail(Path run, long step) throws IOException {
    Path place = folder(run).of(step);
    List<String> settings =
        scores(run, step)
            .map(kept -> kept.evaluation().settings().stream().map(SettingScores::setting).toList())
            .orElse(List.of());
    try {
      ItemsJson.Texts texts =
          new ItemsJson().read(bytes(place.resolve(EvaluationFolder.ITEMS), MOST_ITEMS));
      ArrayFile file = ArrayFile.read(place.resolve(EvaluationFolder.RANKINGS));
      return new DetailColumns().read(file, texts, settings);
    } catch (IOException e) {
      throw unreadable("The rankings", place, e);
    }
  }

  private static byte[] bytes(Path file, long most) throws IOException {
    long size = Files.size(file);
    if (size > most) {
      throw new IOException("its size of " + size + " bytes cannot be right");
    }
    return Files.readAllBytes(file);
  }

  private static EvaluationFolder folder(Path run) {
    return new EvaluationFolder(new RunFolder(run).evaluations());
  }

  private static IOException unreadable(String what, Path where, IOException cause) {
    return new IOException(
        "%s in %s cannot be used: %s. Evaluate again to replace them."
            .formatted(what, where, IoReason.of(cause)),
        cause);
  }
}
