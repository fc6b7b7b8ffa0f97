package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import reidstudio.command.RunCommand;
import reidstudio.data.demo.DemoSpec;
import reidstudio.engine.DataFolders;
import reidstudio.engine.EndedRun;
import reidstudio.engine.EngineHost;
import reidstudio.engine.FolderSessions;
import reidstudio.engine.RunFolders;
import reidstudio.engine.SessionFactory;
import reidstudio.engine.TrainingSession;
import reidstudio.event.CheckKind;
import reidstudio.event.EventSink;
import reidstudio.event.Finding;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

/**
 * Makes one run of the bench with the real engine: trains it to its end, asks for a full diagnosis
 * before its last step, and gathers what the live rules said on the way.
 */
final class BenchRun implements EventSink {
  /**
   * What was said.
   *
   * @param findings of the full diagnosis, the most important first; those of the live rules if the
   *     run ended before it
   * @param live ids of all problems that the live rules ever named
   * @param steps of the run
   * @param seconds that it took, diagnosis included
   * @param failure why the run ended early; empty if it did not
   */
  record Said(
      List<Finding> findings,
      Set<String> live,
      List<StepMetrics> steps,
      double seconds,
      String failure) {
    /** Ids of problems, the most important first. */
    List<String> problems() {
      return findings.stream().filter(Finding::isProblem).map(Finding::id).toList();
    }
  }

  private final BenchCase run;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Set<String> live = new LinkedHashSet<>();
  private final List<StepMetrics> steps = new ArrayList<>();
  private Optional<List<Finding>> diagnosed = Optional.empty();
  private List<Finding> health = List.of();
  private String failure = "";
  private long lastStep;
  private EngineHost host;

  private BenchRun(BenchCase run) {
    this.run = run;
  }

  /** Makes the run in {@code folder}. */
  static Said of(BenchCase run, Path folder) throws IOException, InterruptedException {
    return new BenchRun(run).make(folder);
  }

  private Said make(Path folder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (DataFolders folders = new DataFolders(folder.resolve("demo"), DemoSpec.standard());
        EngineHost engine =
            new EngineHost(this, new BenchFolders(folder), wired(folders), Clock.systemUTC())) {
      host = engine;
      engine.submit(new RunCommand.Start(run.config(), Optional.empty()));
      ended.await();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Said(diagnosed.orElse(health), live, steps, seconds, failure);
  }

  private SessionFactory wired(DataFolders folders) {
    FolderSessions sessions = new FolderSessions(folders);
    return (config, cancelled) -> {
      TrainingSession session = sessions.open(config, cancelled);
      run.wiring().accept(session);
      return session;
    };
  }

  @Override
  public void publish(TrainingEvent event) {
    if (event instanceof TrainingEvent.RunStarted started) {
      lastStep = started.facts().totalSteps();
    } else if (event instanceof StepCompleted step) {
      steps.add(step.metrics());
      if (step.metrics().step() == lastStep - 1) {
        host.submit(new RunCommand.Diagnose(CheckKind.ALL, run.config()));
      }
    } else if (event instanceof HealthChanged changed) {
      health = changed.findings();
      health.stream().filter(Finding::isProblem).map(Finding::id).forEach(live::add);
    } else if (event instanceof DiagnosisFinished finished) {
      diagnosed = Optional.of(finished.report().findings());
    } else if (event instanceof StateChanged state && state.state().isTerminal()) {
      failure = state.state() == RunState.COMPLETED ? "" : state.reason();
      ended.countDown();
    }
  }

  private record BenchFolders(Path parent) implements RunFolders {
    @Override
    public Path create(reidstudio.config.RunConfig config, Optional<Path> wanted)
        throws IOException {
      return Files.createTempDirectory(parent, "run");
    }

    @Override
    public EndedRun reopen(Path folder) throws IOException {
      throw new IOException("The bench continues no run.");
    }
  }
}
