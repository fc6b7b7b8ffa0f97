package reidstudio.ui.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.SettingScores;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.EvaluationEnded;
import reidstudio.event.TrainingEvent.EvaluationProgressed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.store.EvaluationReader;
import reidstudio.store.ImportedRun;
import reidstudio.store.OpenedRun;
import reidstudio.store.ReadingProgress;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;
import reidstudio.store.RunTrace;
import reidstudio.store.StillRun;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.GivenTraces;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.UpdatePace;
import reidstudio.ui.history.RunArchive;

@ExtendWith(ApplicationExtension.class)
class EvaluateNowTest {
  private static final Path FOLDER = Path.of("runs", "a").toAbsolutePath();

  private final RunTrace idle = new RunTrace("", Optional.empty(), Optional.empty());
  private final List<RunCommand> sent = new ArrayList<>();
  private final Queue<Runnable> io = new ArrayDeque<>();
  private final ErrorFunnel errors = new ErrorFunnel(new Messages(Language.ENGLISH));
  private Optional<RunTrace> current = Optional.empty();
  private CommandAck answer = new CommandAck.Accepted();
  private RunTrace reread = trace("b");
  private final RunInView runs =
      new RunInView(new GivenTraces(() -> current, idle), new FxPump(new UpdatePace(2)));
  private final EvaluateNowViewModel model =
      new EvaluateNowViewModel(
          runs,
          command -> {
            sent.add(command);
            return answer;
          },
          new Archive(),
          errors,
          io::add,
          Runnable::run);

  private final class Archive implements RunArchive {
    @Override
    public OpenedRun follow(Path folder) throws IOException {
      return new StillRun(open(folder));
    }

    @Override
    public OpenedRun follow(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
        throws IOException {
      return follow(folder);
    }

    @Override
    public RunAbout describe(Path folder, UnaryOperator<RunAbout> change) throws IOException {
      return change.apply(RunAbout.nothing());
    }

    @Override
    public List<RunListing> list() {
      return List.of();
    }

    @Override
    public RunTrace open(Path folder) {
      return reread;
    }

    @Override
    public long size(Path folder) {
      return 0;
    }

    @Override
    public void remove(Path folder) throws IOException {
      throw new IOException("not removed");
    }

    @Override
    public ImportedRun openLog(Path log) throws IOException {
      throw new IOException("no log");
    }
  }

  private static RunTrace trace(String run) {
    return new RunTrace(
        run, Optional.of(FOLDER.resolveSibling(run)), Optional.of(RunConfig.defaults()));
  }

  private void current(RunState... states) {
    RunTrace trace = trace("a");
    for (RunState state : states) {
      trace.apply(new StateChanged("a", 1, state, ""));
    }
    current = Optional.of(trace);
    runs.refresh();
  }

  private void evaluate() {
    model.evaluate();
    while (!io.isEmpty()) {
      io.remove().run();
    }
  }

  private static Evaluation evaluation(long step, double map) {
    return new Evaluation(
        step, 1, "ORBench", List.of(new SettingScores("nir", 1, 1, 1, 1, map, 1)));
  }

  @Test
  void withoutARunThereIsNothingToEvaluate() {
    assertThat(model.canEvaluateProperty().get()).isFalse();
    assertThat(model.aboutProperty().get()).isEqualTo("retrieval.now.no-run");
    evaluate();
    assertThat(sent).isEmpty();
  }

  @Test
  void theRunThatGoesOnIsEvaluatedWhereItStands() {
    current(RunState.STARTING);
    assertThat(model.aboutProperty().get()).isEqualTo("retrieval.now.wait");
    current(RunState.RUNNING);
    assertThat(model.canEvaluateProperty().get()).isTrue();
    evaluate();
    assertThat(sent).containsExactly(new RunCommand.Evaluate(Optional.empty()));
    assertThat(model.canEvaluateProperty().get()).isFalse();
    assertThat(model.progressProperty().get()).isZero();
    current.orElseThrow().apply(new EvaluationProgressed("a", 5, .4));
    runs.refresh();
    assertThat(model.progressProperty().get()).isEqualTo(.4);
    model.cancel();
    assertThat(sent).last().isEqualTo(new RunCommand.CancelEvaluation());
    current.orElseThrow().apply(new EvaluationEnded("a", 6, "Cancelled."));
    runs.refresh();
    assertThat(model.failureProperty().get()).isEqualTo("Cancelled.");
    assertThat(model.progressProperty().get()).isEqualTo(EvaluateNowViewModel.IDLE);
    evaluate();
    assertThat(model.failureProperty().get()).isEmpty();
  }

  /** One between two epochs was not asked for here and cannot be cancelled here. */
  @Test
  void anEvaluationThatComesByItselfIsShownOnly() {
    current(RunState.RUNNING);
    current.orElseThrow().apply(new EvaluationProgressed("a", 5, .25));
    runs.refresh();
    assertThat(model.progressProperty().get()).isEqualTo(.25);
    assertThat(model.canCancelProperty().get()).isFalse();
    assertThat(model.canEvaluateProperty().get()).isFalse();
    current.orElseThrow().apply(new EvaluationEnded("a", 6, "broken weights"));
    runs.refresh();
    assertThat(model.failureProperty().get()).isEmpty();
    assertThat(model.canEvaluateProperty().get()).isTrue();
  }

  @Test
  void anEndedRunIsEvaluatedByItsFolder() {
    current(RunState.RUNNING, RunState.COMPLETED);
    evaluate();
    assertThat(sent).containsExactly(new RunCommand.Evaluate(Optional.of(FOLDER)));
    idle.apply(new EvaluationProgressed("", 7, .5));
    runs.refresh();
    assertThat(model.progressProperty().get()).isEqualTo(.5);
    idle.apply(new EvaluationEnded("", 8, ""));
    runs.refresh();
    assertThat(model.canEvaluateProperty().get()).isTrue();
  }

  @Test
  void aStoredRunIsReadAgainOnceItIsEvaluated() {
    RunTrace stored = trace("b");
    runs.open(stored);
    assertThat(model.aboutProperty().get()).isEqualTo("retrieval.now.ended");
    evaluate();
    reread = trace("b");
    reread.apply(new Evaluated("b", 1, evaluation(3, .5)));
    idle.apply(new EvaluationEnded("", 8, ""));
    runs.refresh();
    io.remove().run();
    assertThat(runs.openedProperty().get()).isSameAs(reread);
  }

  @Test
  void besideARunThatGoesOnAStoredOneHasToWait() {
    current(RunState.RUNNING);
    runs.open(trace("b"));
    assertThat(model.canEvaluateProperty().get()).isFalse();
    assertThat(model.aboutProperty().get()).isEqualTo("retrieval.now.other-run");
    runs.backToLive();
    assertThat(model.canEvaluateProperty().get()).isTrue();
  }

  @Test
  void aRefusalIsTold() {
    current(RunState.RUNNING);
    answer = new CommandAck.Refused("The run is ending; wait.");
    evaluate();
    assertThat(errors.notices()).hasSize(1);
    assertThat(errors.notices().get(0).title()).contains("The run is ending");
    assertThat(model.canEvaluateProperty().get()).isTrue();
  }

  @Test
  void evaluationsAreInTheOrderOfTheirStepsAndTheNewestIsLookedAt() {
    EvaluationViewModel evaluations =
        new EvaluationViewModel(runs, new EvaluationReader(), errors, io::add, Runnable::run);
    assertThat(evaluations.selectedProperty().get()).isNull();
    current(RunState.RUNNING);
    RunTrace run = current.orElseThrow();
    run.apply(new Evaluated("a", 1, evaluation(10, .1)));
    run.apply(new Evaluated("a", 2, evaluation(20, .2)));
    runs.refresh();
    assertThat(evaluations.selectedProperty().get().step()).isEqualTo(20);
    // judged again at step 20, and by an older checkpoint
    run.apply(new Evaluated("a", 3, evaluation(20, .3)));
    run.apply(new Evaluated("a", 4, evaluation(5, .05)));
    runs.refresh();
    assertThat(evaluations.evaluations())
        .extracting(Evaluation::step)
        .containsExactly(5L, 10L, 20L);
    assertThat(evaluations.selectedProperty().get()).isEqualTo(evaluation(20, .3));
    evaluations.selectedProperty().set(evaluations.evaluations().get(0));
    run.apply(new Evaluated("a", 5, evaluation(30, .4)));
    runs.refresh();
    assertThat(evaluations.selectedProperty().get().step()).isEqualTo(5);
    ComparisonChoices choices =
        new ComparisonChoices(
            evaluations, new Archive(), new EvaluationReader(), errors, io::add, Runnable::run);
    assertThat(choices.choices())
        .extracting(choice -> choice.evaluation().step())
        .containsExactly(10L, 20L, 30L);
    evaluations.comparedProperty().set(choices.choices().get(2));
    runs.open(trace("b"));
    assertThat(evaluations.selectedProperty().get()).isNull();
    assertThat(evaluations.comparedProperty().get()).isNull();
    assertThat(choices.choices()).isEmpty();
  }
}
