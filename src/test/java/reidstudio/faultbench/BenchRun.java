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
import reidstudio.diagnostic.finding.Ranking;
import reidstudio.engine.DataFolders;
import reidstudio.engine.EndedRun;
import reidstudio.engine.EngineHost;
import reidstudio.engine.RunFolders;
import reidstudio.engine.SessionFactory;
import reidstudio.engine.TrainingSession;
import reidstudio.event.EventSink;
import reidstudio.event.Finding;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.sampler.SamplerException;

/**
 * Makes one run of the bench with the real engine: trains it to its end, asks for a full diagnosis
 * before its last step, and gathers what the live rules said on the way.
 */
final class BenchRun implements EventSink {
  private final BenchCase run;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final Set<String> live = new LinkedHashSet<>();
  private Optional<List<Finding>> diagnosed = Optional.empty();
  private List<Finding> health = List.of();
  private String failure = "";
  private long lastStep;
  private EngineHost host;
  private TrainingSession session;

  private BenchRun(BenchCase run) {
    this.run = run;
  }

  /** Makes the run in {@code folder}. */
  static Diagnosed of(BenchCase run, Path folder) throws IOException, InterruptedException {
    return new BenchRun(run).make(folder);
  }

  private Diagnosed make(Path folder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (DataFolders folders = new DataFolders(folder.resolve("demo"), DemoSpec.standard());
        EngineHost engine =
            new EngineHost(this, new BenchFolders(folder), wired(folders), Clock.systemUTC())) {
      host = engine;
      engine.submit(new RunCommand.Start(run.config(), Optional.empty()));
      ended.await();
      if (diagnosed.isEmpty() && health.isEmpty()) {
        askAfterwards();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Finding> said = new ArrayList<>(diagnosed.orElse(List.of()));
    said.addAll(health);
    return new Diagnosed(Ranking.of(said), live, seconds, failure);
  }

  /** As somebody does whose run has ended with an error before its first step or soon after. */
  private void askAfterwards() throws InterruptedException {
    host.submit(new RunCommand.Diagnose(run.question().kind(), run.config()));
    answered.await();
  }

  private SessionFactory wired(DataFolders folders) {
    return (config, listener) -> {
      try {
        session =
            new TrainingSession(
                config,
                run.wiring().data().apply(folders.open(config.data(), listener::cancelled)));
      } catch (SamplerException e) {
        throw new IOException(e.getMessage(), e);
      }
      run.wiring().session().accept(session);
      return session;
    };
  }

  @Override
  public void publish(TrainingEvent event) {
    if (event instanceof TrainingEvent.RunStarted started) {
      lastStep = started.facts().totalSteps();
    } else if (event instanceof StepCompleted step) {
      long made = step.metrics().step();
      run.wiring().afterStep().done(session, made);
      if (made == run.question().step(lastStep)) {
        host.submit(new RunCommand.Diagnose(run.question().kind(), run.config()));
      }
    } else if (event instanceof HealthChanged changed) {
      health = changed.findings();
      health.stream().filter(Finding::isProblem).map(Finding::id).forEach(live::add);
    } else if (event instanceof DiagnosisFinished finished) {
      diagnosed = Optional.of(finished.report().findings());
      answered.countDown();
    } else if (event instanceof DiagnosisFailed) {
      answered.countDown();
    } else if (event instanceof StateChanged state && state.state().isTerminal()) {
      failure = state.state() == RunState.COMPLETED ? "" : state.reason();
      ended.countDown();
    }
  }

  private record BenchFolders(Path parent) implements RunFolders {
    @Override
    public Path create(
        reidstudio.config.RunConfig config,
        Optional<Path> wanted,
        Optional<reidstudio.config.Recipe> recipe)
        throws IOException {
      return Files.createTempDirectory(parent, "run");
    }

    @Override
    public EndedRun reopen(Path folder) throws IOException {
      throw new IOException("The bench continues no run.");
    }
  }
}
