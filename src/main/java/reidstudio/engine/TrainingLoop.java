package reidstudio.engine;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.features.FeatureRank;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Schedule;

/** Epochs of steps, from where the run stands to the last or until someone says stop. */
final class TrainingLoop {
  /** How a loop ended. */
  enum End {
    /** All epochs are done that it was to make. */
    COMPLETED,
    /** The gate said leave. */
    LEFT,
    /** A step was not finite. */
    NON_FINITE
  }

  private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

  private final TrainingSession session;
  private final RunGate gate;
  private final RunLog log;
  private final Consumer<Position> epochDone;
  private final EpochEvaluation evaluation;
  private final int lastEpoch;
  private final Set<Long> leftOutSteps;
  private final StepClock clock;
  private final LeftOutItems leftOut;
  private final MachineReadings machine;
  private Position position;

  /**
   * A loop that has not begun.
   *
   * @param plan where the session's arrays stand, and how far to go
   * @param epochDone called after each epoch and its evaluation, with the position before the next
   *     one
   */
  TrainingLoop(
      TrainingSession session,
      RunGate gate,
      RunLog log,
      RunPlan plan,
      Consumer<Position> epochDone) {
    this.session = session;
    this.gate = gate;
    this.log = log;
    this.epochDone = epochDone;
    this.evaluation = new EpochEvaluation(session, gate, log);
    this.position = plan.start();
    this.lastEpoch = plan.lastEpoch();
    this.leftOutSteps = plan.leftOut();
    this.clock = new StepClock(position.seconds());
    this.leftOut = new LeftOutItems(log);
    Device device = session.pack().manager().getDevice();
    this.machine = new MachineReadings(device.isGpu() ? device.getDeviceId() : -1);
  }

  /** What the session's arrays stand for; changes between two steps only. */
  Position position() {
    return position;
  }

  /** For how long a step has been under way; empty between two of them; from any thread. */
  OptionalDouble stepSeconds() {
    return clock.underWaySeconds();
  }

  End run() throws InterruptedException {
    try {
      return epochs();
    } finally {
      clock.leave();
      machine.close();
    }
  }

  private End epochs() throws InterruptedException {
    RunConfig config = session.config();
    Schedule schedule = session.schedule();
    Accumulation accumulation = session.accumulation();
    if (position.step() == 0) {
      position = position.withStartRank(rank());
    }
    while (position.epoch() <= lastEpoch) {
      int epoch = position.epoch();
      try (BatchSource batches = session.batches(epoch, position.batch())) {
        while (batches.hasNext()) {
          int number = position.batch() + 1;
          // Between the batches of one update gradients wait that nobody else may touch.
          if (accumulation.begins(number) && !gate.proceed()) {
            return End.LEFT;
          }
          if (isLeftOut(number)) {
            leaveOut(batches.next());
            continue;
          }
          clock.startStep();
          HostBatch batch = batches.next();
          clock.gotData();
          long step = position.step() + 1;
          boolean updates = accumulation.ends(number);
          StepPlace place =
              new StepPlace(epoch, schedule.factor(step), accumulation.share(number), updates);
          StepResult result = session.step().run(batch, place);
          if (result.culprit().isPresent()) {
            tellNonFinite(step, result.culprit().get(), batch);
            return End.NON_FINITE;
          }
          clock.endStep();
          double loss = result.values().get(MetricKey.TOTAL_LOSS);
          position = position.afterBatch(loss, updates, clock.totalSeconds());
          tell(result, batch);
        }
      }
      log.info(
          String.format(
              Locale.ROOT,
              "Epoch %,d of %,d done, %,d steps.",
              epoch,
              config.epochs(),
              position.step()));
      leftOut.count();
      position = position.afterEpoch();
      if (!judge()) {
        return End.LEFT;
      }
    }
    return End.COMPLETED;
  }

  /** Whether the update that batch {@code number} of the epoch belongs to could not be made. */
  private boolean isLeftOut(int number) {
    Accumulation accumulation = session.accumulation();
    long before = position.step() - position.batch();
    return leftOutSteps.stream()
        .mapToLong(step -> step - before)
        .anyMatch(n -> n >= accumulation.first(number) && n <= accumulation.last(number));
  }

  private void leaveOut(HostBatch batch) {
    position = position.afterLeftOut();
    log.warning(
        "Step "
            + position.step()
            + " is left out, a value of its update was not finite before; first item "
            + batch.names().get(0)
            + ".");
  }

  /** A later collapse is judged by it; a run that cannot tell it can be trained all the same. */
  private OptionalDouble rank() {
    try {
      return FeatureRank.of(session.subject("a run before its first step", 0, position));
    } catch (RuntimeException e) {
      LOG.info("the rank of features before the first step could not be measured", e);
      return OptionalDouble.empty();
    }
  }

  /** What is to follow an epoch; false means leave. */
  private boolean judge() throws InterruptedException {
    EpochEvaluation.Judgement judgement = evaluation.at(position);
    if (judgement.meanAveragePrecision().isPresent()) {
      position = position.afterEvaluation(judgement.meanAveragePrecision().getAsDouble());
    }
    epochDone.accept(position);
    return !judgement.left();
  }

  private void tell(StepResult result, HostBatch batch) {
    leftOut.add(batch.dropped());
    Map<MetricKey, Double> values = new LinkedHashMap<>(result.values());
    values.put(MetricKey.PAIRABLE_RATIO, batch.pairing().pairableRatio());
    if (session.config().data().modalityDropout() > 0) {
      values.put(MetricKey.MASKED_SHARE, batch.maskedShare());
    }
    values.put(MetricKey.THROUGHPUT, batch.rows() / clock.stepSeconds());
    values.put(MetricKey.DATA_WAIT, clock.waitShare());
    values.putAll(machine.newest());
    if (position.step() == 1) {
      position.startRank().ifPresent(rank -> values.put(MetricKey.FEATURE_RANK, rank));
    }
    StepMetrics metrics =
        new StepMetrics(
            position.step(),
            position.epoch(),
            position.batch(),
            position.seconds(),
            values,
            result.sdmZero());
    log.publish(new StepCompleted(log.run(), log.now(), metrics));
  }

  private void tellNonFinite(long step, MetricKey culprit, HostBatch batch) {
    List<String> items = batch.names();
    log.publish(new NonFiniteStep(log.run(), log.now(), step, culprit.name(), items));
    log.error("Step " + step + ": " + culprit + " is not finite, first item " + items.get(0) + ".");
  }
}
