package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.function.BiFunction;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.Subject;
import reidstudio.model.ModelInput;
import reidstudio.objective.BatchObjective;
import reidstudio.objective.BatchObjective.Outcome;

/**
 * What the model makes of one batch in one mode, in ordinary memory; nothing of the model moves.
 *
 * @param losses of the batch
 * @param items features of the items, N rows flattened
 * @param neck rows after the neck, R rows flattened
 * @param statistics running statistics of the neck as they would be after the batch; empty in
 *     evaluation mode and without a neck
 */
record View(Seen losses, float[] items, float[] neck, Optional<Statistics> statistics) {
  /** Of every dimension. */
  record Statistics(float[] mean, float[] variance) {}

  /** In training mode. */
  static View training(Subject subject, HostBatch batch) {
    BatchObjective objective = new BatchObjective(subject.model(), subject.losses());
    return of(subject, batch, (host, input) -> objective.train(host, input, epoch(subject)));
  }

  /** In evaluation mode. */
  static View evaluation(Subject subject, HostBatch batch) {
    BatchObjective objective = new BatchObjective(subject.model(), subject.losses());
    return of(subject, batch, (host, input) -> objective.evaluate(host, input, epoch(subject)));
  }

  private static int epoch(Subject subject) {
    return subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
  }

  private static View of(
      Subject subject, HostBatch batch, BiFunction<HostBatch, ModelInput, Outcome> mode) {
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      Outcome outcome = mode.apply(batch, new DeviceBatch(scope).of(batch));
      return new View(
          Seen.of(outcome.terms()),
          outcome.features().items_NxD().toFloatArray(),
          outcome.features().neck_RxD().toFloatArray(),
          outcome
              .features()
              .statistics()
              .map(s -> new Statistics(s.mean().toFloatArray(), s.variance().toFloatArray())));
    }
  }
}
