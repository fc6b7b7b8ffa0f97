package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.engine.SmallRun;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.MetricKey;
import reidstudio.event.QueryRankings;
import reidstudio.event.RunState;
import reidstudio.event.SettingScores;
import reidstudio.store.EvaluationReader;
import reidstudio.store.RunReader;
import reidstudio.store.RunRemoval;
import reidstudio.store.RunTrace;

/** Engine and store together: evaluations within a run, asked for, and read from its folder. */
@Timeout(120)
class EvaluateCommandTest {
  @TempDir static Path folder;
  private static Path data;

  @TempDir Path home;

  @RegisterExtension final OpenStudio studio = new OpenStudio(() -> home);

  private final EvaluationReader reader = new EvaluationReader();

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void rankingsOfAnEpochAgreeWithItsScores() throws Exception {
    Path run = completed("evaluation.everyEpochs", "1");
    RunTrace stored = new RunReader().open(run);
    assertThat(stored.evaluations()).hasSize(2);
    assertThat(reader.steps(run)).hasSize(2);
    Evaluation last = stored.evaluations().get(1);
    EvaluationReader.Kept kept = reader.scores(run, last.step()).orElseThrow();
    assertThat(kept.evaluation()).isEqualTo(last);
    EvaluationDetail detail = reader.detail(run, last.step());
    assertThat(detail.settings()).hasSize(32);
    for (int i = 0; i < 32; i++) {
      assertAgree(last.settings().get(i), detail.settings().get(i), detail);
      double[] cmc = kept.curves().curves().get(i).cmc();
      assertThat(cmc).hasSize(50).isSorted();
      assertThat(cmc[0]).isEqualTo(last.settings().get(i).rank1());
      assertThat(cmc[9]).isEqualTo(last.settings().get(i).rank10());
      assertThat(kept.curves().curves().get(i).chanceMap()).isBetween(.2, .7);
    }
    assertThat(detail.items().identities()).hasSize(3);
    assertThat(detail.map().size()).isEqualTo(kept.curves().geometry().orElseThrow().points());
    assertThat(Path.of(detail.items().dataFolder())).isEqualTo(data);
    assertThat(detail.items().items())
        .filteredOn(item -> !item.isCaption())
        .allMatch(item -> Files.exists(data.resolve(item.picture())));
  }

  private static void assertAgree(
      SettingScores scores, QueryRankings queries, EvaluationDetail detail) {
    assertThat(queries.size()).isEqualTo(scores.queries());
    double precisions = 0;
    int first = 0;
    for (int q = 0; q < queries.size(); q++) {
      precisions += queries.averagePrecisions()[q];
      boolean right =
          detail.items().galleryIdentities()[queries.top(q, 0)] == queries.identities()[q];
      assertThat(right).isEqualTo(queries.firstRanks()[q] == 1);
      first += right ? 1 : 0;
      assertThat(detail.items().items().get(queries.item(q, 0)).modality())
          .isEqualTo(scores.setting().split("\\+", -1)[0]);
    }
    assertThat(precisions / queries.size()).isCloseTo(scores.map(), within(1e-6));
    assertThat((double) first / queries.size()).isCloseTo(scores.rank1(), within(1e-9));
  }

  @Test
  void anEndedRunIsEvaluatedByItsLastCheckpoint() throws Exception {
    Path run = completed("evaluation.everyEpochs", "0");
    assertThat(reader.steps(run)).isEmpty();
    assertThat(evaluate(Optional.of(run))).isInstanceOf(CommandAck.Accepted.class);
    Patience.until(
        "the evaluation has ended",
        () -> studio.store().outside().evaluationHistory().lastEnd().isPresent());
    assertThat(studio.store().outside().evaluationHistory().lastEnd().orElseThrow().failure())
        .isEmpty();
    Patience.until(
        "the run's trace has the scores", () -> studio.current().evaluations().size() == 1);
    RunTrace live = studio.current();
    long step = live.lastStep().orElseThrow().step();
    assertThat(live.evaluations()).extracting(Evaluation::step).containsExactly(step);
    assertThat(live.state()).contains(RunState.COMPLETED);
    assertThat(reader.detail(run, step).settings()).hasSize(32);
    RunTrace stored = new RunReader().open(run);
    assertThat(stored.evaluations()).isEqualTo(live.evaluations());
    assertThat(stored.steps()).isEqualTo(live.steps());
    assertThat(stored.state()).contains(RunState.COMPLETED);
    assertThat(stored.problems()).isEmpty();
    // and the folder is free again
    assertThat(
            studio.control().submit(new RunCommand.Continue(run, Optional.of(3), Optional.empty())))
        .isInstanceOf(CommandAck.Accepted.class);
    assertThat(studio.ended().evaluations()).hasSize(1);
    studio.close();
    new RunRemoval().remove(run);
    assertThat(run).as("nothing of it is taken for somebody else's").doesNotExist();
  }

  @Test
  void aPausedRunIsEvaluatedWhereItStandsAndStaysPaused() throws Exception {
    start("epochs", "300", "evaluation.everyEpochs", "0");
    Patience.until("a step was made", () -> studio.current().lastStep().isPresent());
    studio.control().submit(new RunCommand.Pause());
    Patience.until(
        "the run is paused",
        () -> studio.current().state().filter(RunState.PAUSED::equals).isPresent());
    long steps = studio.current().steps();
    assertThat(evaluate(Optional.empty())).isInstanceOf(CommandAck.Accepted.class);
    Patience.until(
        "the evaluation has ended",
        () -> studio.current().evaluationHistory().lastEnd().isPresent());
    RunTrace live = studio.current();
    assertThat(live.evaluationHistory().running()).isEmpty();
    assertThat(live.evaluations()).extracting(Evaluation::step).containsExactly(steps);
    assertThat(live.state()).contains(RunState.PAUSED);
    Path run = live.folder().orElseThrow();
    assertThat(reader.scores(run, steps).orElseThrow().hasDetail()).isTrue();
    studio.control().submit(new RunCommand.Resume());
    Patience.until("a further step was made", () -> studio.current().steps() > steps);
    studio.control().submit(new RunCommand.Stop());
    RunTrace ended = studio.ended();
    double[] losses = new double[ended.steps()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = ended.series(MetricKey.TOTAL_LOSS).value(i);
    }
    assertThat(losses).doesNotContain(Double.NaN);
  }

  @Test
  void whatCannotBeEvaluatedIsRefusedInASentence() throws Exception {
    assertThat(refusal(evaluate(Optional.empty())))
        .isEqualTo("No run is under way that could be evaluated.");
    assertThat(refusal(studio.control().submit(new RunCommand.CancelEvaluation())))
        .isEqualTo("No evaluation is under way that was asked for.");
    assertThat(refusal(evaluate(Optional.of(home.resolve("nothing"))))).contains("not a folder");
    Path run = completed("evaluation.everyEpochs", "0", "checkpoint.everyEpochs", "0");
    studio.close();
    try (var files = Files.list(run.resolve("checkpoints"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    studio.open();
    assertThat(evaluate(Optional.of(run))).isInstanceOf(CommandAck.Accepted.class);
    Patience.until(
        "the evaluation has ended",
        () -> studio.store().outside().evaluationHistory().lastEnd().isPresent());
    assertThat(studio.store().outside().evaluationHistory().lastEnd().orElseThrow().failure())
        .contains("has no checkpoint, so there is no model to evaluate");
    start("epochs", "300");
    Patience.until("a step was made", () -> studio.current().lastStep().isPresent());
    assertThat(refusal(evaluate(Optional.of(run)))).contains("A run is under way");
  }

  @Test
  void anEvaluationCanBeCancelled() throws Exception {
    Path run = completed("evaluation.everyEpochs", "0", "evaluation.batchSize", "1");
    assertThat(evaluate(Optional.of(run))).isInstanceOf(CommandAck.Accepted.class);
    assertThat(refusal(evaluate(Optional.of(run)))).contains("An evaluation is under way");
    assertThat(studio.control().submit(new RunCommand.CancelEvaluation()))
        .isInstanceOf(CommandAck.Accepted.class);
    Patience.until(
        "the evaluation has ended",
        () -> studio.store().outside().evaluationHistory().lastEnd().isPresent());
    assertThat(studio.store().outside().evaluationHistory().lastEnd().orElseThrow().failure())
        .isEqualTo("Cancelled.");
    assertThat(reader.steps(run)).isEmpty();
    assertThat(List.of(studio.current().evaluations())).containsExactly(List.of());
  }

  private CommandAck evaluate(Optional<Path> run) {
    return studio.control().submit(new RunCommand.Evaluate(run));
  }

  private Path completed(String... settings) {
    start(settings);
    RunTrace ended = studio.ended();
    assertThat(ended.state()).contains(RunState.COMPLETED);
    return ended.folder().orElseThrow();
  }

  private void start(String... settings) {
    CommandAck ack =
        studio
            .control()
            .submit(new RunCommand.Start(SmallRun.config(data, settings), Optional.empty()));
    assertThat(ack).isInstanceOf(CommandAck.Accepted.class);
  }

  private static String refusal(CommandAck ack) {
    assertThat(ack).isInstanceOf(CommandAck.Refused.class);
    return ((CommandAck.Refused) ack).reason();
  }
}
