package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.config.OptimizerConfig;
import reidstudio.diagnostic.Subject;
import reidstudio.objective.BatchObjective;
import reidstudio.objective.BatchObjective.Outcome;

/**
 * Steps of the real model with the real losses, in the epoch of the run in which SDM weighs most,
 * under rules of the experiment's own. Only within {@link StateCopy#keep}.
 */
final class TrialStep {
  private final Subject subject;
  private final OptimizerConfig rules;
  private final BatchObjective objective;
  private final int epoch;

  /** Steps that follow {@code rules}, from moments of zero. */
  TrialStep(Subject subject, OptimizerConfig rules) {
    this.subject = subject;
    this.rules = rules;
    this.objective = new BatchObjective(subject.model(), subject.losses());
    this.epoch = subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
    subject.optimizer().restart();
  }

  /**
   * Forward, backward, and the update if loss and gradient are finite; what is returned was seen
   * before the update.
   *
   * @param factor of all rates
   */
  Seen train(HostBatch batch, double factor) {
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      Outcome outcome;
      try (GradientCollector gradients = scope.getEngine().newGradientCollector()) {
        outcome = objective.train(batch, new DeviceBatch(scope).of(batch), epoch);
        gradients.backward(outcome.terms().total());
      }
      NDArray norm = subject.optimizer().gradientNorm(scope);
      Seen seen = Seen.of(outcome.terms());
      if (seen.isFinite() && Float.isFinite(norm.getFloat())) {
        subject.optimizer().step(norm, factor, rules);
        subject.model().commit(outcome.features());
      } else {
        subject.optimizer().zeroGradients();
      }
      return seen;
    }
  }

  /** The losses of {@code batch} in training mode; nothing moves. */
  Seen look(HostBatch batch) {
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      return Seen.of(objective.train(batch, new DeviceBatch(scope).of(batch), epoch).terms());
    }
  }
}
