package reidstudio.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Schedule;

/** Epochs of steps, from the first to the last or until someone says stop. */
final class TrainingLoop {
  /** How a loop ended. */
  enum End {
    /** All epochs are done. */
    COMPLETED,
    /** The gate said leave. */
    LEFT,
    /** A step was not finite. */
    NON_FINITE
  }

  private final TrainingSession session;
  private final RunGate gate;
  private final RunLog log;
  private final StepClock clock = new StepClock();
  private final ProcessMemory memory = new ProcessMemory();
  private long step;

  TrainingLoop(TrainingSession session, RunGate gate, RunLog log) {
    this.session = session;
    this.gate = gate;
    this.log = log;
  }

  /** Steps made so far. */
  long steps() {
    return step;
  }

  End run() throws InterruptedException {
    RunConfig config = session.config();
    Schedule schedule = session.schedule();
    Accumulation accumulation = session.accumulation();
    for (int epoch = 1; epoch <= config.epochs(); epoch++) {
      try (BatchSource batches = session.batches(epoch)) {
        for (int i = 1; batches.hasNext(); i++) {
          // Between the batches of one update gradients wait that nobody else may touch.
          if (accumulation.begins(i) && !gate.proceed()) {
            return End.LEFT;
          }
          clock.startStep();
          HostBatch batch = batches.next();
          clock.gotData();
          step++;
          StepPlace place =
              new StepPlace(
                  epoch, schedule.factor(step), accumulation.share(i), accumulation.ends(i));
          StepResult result = session.step().run(batch, place);
          if (result.culprit().isPresent()) {
            tellNonFinite(result.culprit().get(), batch);
            return End.NON_FINITE;
          }
          clock.endStep();
          tell(result, batch, epoch, i);
        }
      }
      log.info("Epoch " + epoch + " of " + config.epochs() + " done, " + step + " steps.");
    }
    return End.COMPLETED;
  }

  private void tell(StepResult result, HostBatch batch, int epoch, int stepInEpoch) {
    batch.dropped().forEach(line -> log.warning("Left out of the batch: " + line));
    Map<MetricKey, Double> values = new LinkedHashMap<>(result.values());
    values.put(MetricKey.PAIRABLE_RATIO, batch.pairing().pairableRatio());
    values.put(MetricKey.THROUGHPUT, batch.rows() / clock.stepSeconds());
    values.put(MetricKey.DATA_WAIT, clock.waitShare());
    values.put(MetricKey.MEMORY, memory.mebibytes());
    StepMetrics metrics =
        new StepMetrics(step, epoch, stepInEpoch, clock.totalSeconds(), values, result.sdmZero());
    log.publish(new StepCompleted(log.run(), log.now(), metrics));
  }

  private void tellNonFinite(MetricKey culprit, HostBatch batch) {
    List<String> items = batch.names();
    log.publish(new NonFiniteStep(log.run(), log.now(), step, culprit.name(), items));
    log.error("Step " + step + ": " + culprit + " is not finite, first item " + items.get(0) + ".");
  }
}
