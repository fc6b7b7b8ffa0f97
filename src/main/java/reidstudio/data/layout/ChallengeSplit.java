package reidstudio.data.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import reidstudio.data.DataReport;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;
import reidstudio.data.TestSplit;

/**
 * The part of PRCV2025 that only the organiser can score: {@code val/gallery/NUMBER.jpg} and {@code
 * val_queries.json}, a list of {query_idx, query_type, content}.
 *
 * @param split gallery entries are called after their number; the settings are the query types, and
 *     each query is called after its {@code query_idx}
 * @param unusable queries of which nothing can be used: {@code query_idx} and type
 * @param report what could not be used
 */
public record ChallengeSplit(TestSplit split, Map<Integer, String> unusable, DataReport report) {
  static final String FILE = "val_queries.json";
  static final String VAL = "val";

  /**
   * Reads the {@code val} part of a PRCV2025 folder.
   *
   * @throws DatasetException with one sentence if there is none, or nothing to rank
   */
  public static ChallengeSplit read(Path folder, ProgressListener progress)
      throws DatasetException {
    DatasetDraft draft = new DatasetDraft(folder);
    String file = VAL + "/" + FILE;
    if (!Files.isRegularFile(draft.root().resolve(file))) {
      file = FILE;
    }
    if (!Files.isRegularFile(draft.root().resolve(file))) {
      throw new DatasetException(
          "%s has no %s, so there is nothing to submit; a submission needs the challenge's own val folder."
              .formatted(folder, FILE));
    }
    ChallengeReader reader = new ChallengeReader(draft, progress);
    AnnotationFile annotations = new AnnotationFile(draft.root().resolve(file));
    return reader.split(folder, annotations.read(parser -> reader.queries(parser, annotations)));
  }
}
