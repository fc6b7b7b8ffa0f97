package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.rule.LiveHealth;
import reidstudio.event.EventSink;
import reidstudio.event.Finding;
import reidstudio.event.RunFacts;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.RunStarted;
import reidstudio.event.TrainingEvent.StepCompleted;

/** Numbers of a run as they are read back from its folder: for symptoms that anything can cause. */
record BenchSteps(
    String name, Optional<Fault> planted, RunConfig config, int classes, List<StepMetrics> steps)
    implements BenchTrial {
  private static final String RUN = "stored";

  @Override
  public Diagnosed diagnose(Path folder) {
    long start = System.nanoTime();
    java.util.Set<String> live = new java.util.LinkedHashSet<>();
    EventSink listener =
        event -> {
          if (event instanceof HealthChanged changed) {
            changed.findings().stream()
                .filter(Finding::isProblem)
                .forEach(finding -> live.add(finding.id()));
          }
        };
    LiveHealth health = new LiveHealth(listener);
    health.publish(new RunStarted(RUN, 0, facts()));
    for (StepMetrics step : steps) {
      TrainingEvent event = new StepCompleted(RUN, (long) (1000 * step.seconds()), step);
      health.publish(event);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Diagnosed(health.findings(), live, seconds, "");
  }

  private RunFacts facts() {
    return new RunFacts(
        config,
        classes,
        2000,
        0,
        100,
        config.sampler().batchSize(),
        100_000,
        "cpu",
        "multi-modal-balanced",
        Math.log(classes),
        0,
        config.loss().sdm().form().name());
  }

  @Override
  public String toString() {
    return name;
  }
}
