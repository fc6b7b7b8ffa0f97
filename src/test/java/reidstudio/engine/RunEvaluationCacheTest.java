package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;
import reidstudio.data.ProgressListener;

/** Evaluations of checkpoints of a model that has not been trained. */
@Timeout(120)
class RunEvaluationCacheTest {
  private static final RunEvaluation.Weights LAST = RunEvaluation.Weights.LAST;
  private static final ProgressListener QUIET = ProgressListener.none();

  @TempDir Path folder;
  private Path run;
  private Path data;

  @BeforeEach
  void keepACheckpoint() throws IOException {
    data = SmallRun.data(folder.resolve("data"));
    run = folder.resolve("run");
    Files.createDirectories(run.resolve("checkpoints"));
    checkpoint(1, SmallRun.config(data));
  }

  @Test
  void aSecondEvaluationIsTheFirstBitForBit() throws Exception {
    RunEvaluation.Outcome first = evaluate();
    RunEvaluation.Outcome second = evaluate();
    assertThat(first.cached()).isFalse();
    assertThat(second.cached()).isTrue();
    assertThat(second.settings()).isEqualTo(first.settings());
    assertThat(second.evaluation()).isEqualTo(first.evaluation());
    assertThat(second.record()).usingRecursiveComparison().isEqualTo(first.record());
    assertThat(kept()).hasSize(1);
    RunEvaluation.Outcome anew =
        evaluation(SmallRun.config(data)).withoutCache().of(LAST, Optional.empty(), QUIET);
    assertThat(anew.cached()).isFalse();
    assertThat(anew.settings()).isEqualTo(first.settings());
  }

  @Test
  void aReplayCanBeCancelled() throws Exception {
    evaluate();
    ProgressListener half =
        new ProgressListener() {
          private boolean over;

          @Override
          public void progress(int done, int total) {
            over = 2 * done > total;
          }

          @Override
          public boolean cancelled() {
            return over;
          }
        };
    assertThatThrownBy(() -> evaluation(SmallRun.config(data)).of(LAST, Optional.empty(), half))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatChangedIsMadeAnew() throws Exception {
    evaluate();
    assertThat(evaluate(SmallRun.config(data, "evaluation.batchSize", "7")).cached()).isFalse();
    List<Path> pictures = gallery();
    Files.copy(pictures.get(0), pictures.get(1), StandardCopyOption.REPLACE_EXISTING);
    assertThat(evaluate().cached()).isFalse();
    assertThat(evaluate().cached()).isTrue();
    checkpoint(2, SmallRun.config(data, "seed", "5"));
    RunEvaluation.Outcome other = evaluate();
    assertThat(other.cached()).isFalse();
    assertThat(other.checkpoint()).hasFileName("step-0000002.safetensors");
  }

  @Test
  void aDamagedFileIsPassedOverWithAWarning() throws Exception {
    RunEvaluation.Outcome first = evaluate();
    try (RandomAccessFile file = new RandomAccessFile(kept().get(0).toFile(), "rw")) {
      file.seek(file.length() - 5);
      int before = file.read();
      file.seek(file.length() - 5);
      file.write(before ^ 1);
    }
    RunEvaluation.Outcome second = evaluate();
    assertThat(second.cached()).isFalse();
    assertThat(second.settings()).isEqualTo(first.settings());
    assertThat(second.warnings())
        .singleElement()
        .asString()
        .startsWith("The kept features " + run.resolve("features"))
        .contains("its content has changed");
    Files.write(kept().get(0), new byte[] {1, 2, 3});
    assertThat(evaluate().warnings()).singleElement().asString().contains("cannot be used");
    assertThat(evaluate().cached()).isTrue();
  }

  @Test
  void aFolderThatCannotBeWrittenIsAWarning() throws Exception {
    Files.createFile(run.resolve("features"));
    RunEvaluation.Outcome first = evaluate();
    assertThat(first.warnings())
        .singleElement()
        .asString()
        .startsWith("The features cannot be kept as " + run.resolve("features"))
        .contains("is a file, a folder is needed");
    assertThat(evaluate().cached()).isFalse();
  }

  @Test
  void nothingIsKeptWhereAPictureCannotBeDecoded() throws Exception {
    Path picture = gallery().get(0);
    SessionFactory breaking =
        (config, listener) -> {
          TrainingSession session = SmallRun.session(config);
          Files.writeString(picture, "no picture");
          return session;
        };
    RunEvaluation.Outcome outcome =
        new RunEvaluation(run, SmallRun.config(data), breaking).of(LAST, Optional.empty(), QUIET);
    assertThat(outcome.warnings()).singleElement().asString().contains("cannot be read");
    assertThat(run.resolve("features")).doesNotExist();
  }

  private RunEvaluation.Outcome evaluate() throws IOException, InterruptedException {
    return evaluate(SmallRun.config(data));
  }

  private RunEvaluation.Outcome evaluate(RunConfig config)
      throws IOException, InterruptedException {
    return evaluation(config).of(LAST, Optional.empty(), QUIET);
  }

  private RunEvaluation evaluation(RunConfig config) {
    return new RunEvaluation(run, config, (same, cancelled) -> SmallRun.session(same));
  }

  private void checkpoint(long step, RunConfig config) throws IOException {
    try (TrainingSession session = SmallRun.session(config)) {
      Position position = new Position(step, step, 1, 0, 0, 0, Optional.empty());
      CheckpointFile.write(
          new CheckpointFolder(run.resolve("checkpoints")).file(step),
          session.state(),
          new CheckpointFacts(position, DataPrint.of(session), "{}"));
    }
  }

  private List<Path> gallery() {
    try (TrainingSession session = SmallRun.session(SmallRun.config(data))) {
      RetrievalTask task = session.task();
      return task.gallery().stream()
          .map(entry -> ((Item.Picture) task.items().get(entry.items()[0])).file())
          .toList();
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("features"))) {
      return files.toList();
    }
  }
}
