package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.event.MetricKey;
import reidstudio.model.Features;
import reidstudio.model.ReidModel;
import reidstudio.objective.BatchObjective;
import reidstudio.objective.LossMix;
import reidstudio.objective.LossTerm;
import reidstudio.objective.LossTerms;
import reidstudio.optim.Adam;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.Scalar;

/** Forward, backward, one look at the numbers, and the update if all of them are finite. */
final class TrainStep {
  private final OperatorPack pack;
  private final ReidModel model;
  private final Adam optimizer;
  private final LossMix losses;
  private final StepPhases phases;

  TrainStep(OperatorPack pack, ReidModel model, Adam optimizer, LossMix losses) {
    this(pack, model, optimizer, losses, StepPhases.IGNORED);
  }

  TrainStep(OperatorPack pack, ReidModel model, Adam optimizer, LossMix losses, StepPhases phases) {
    this.phases = phases;
    this.pack = pack;
    this.model = model;
    this.optimizer = optimizer;
    this.losses = losses;
  }

  /** Makes one step, an update of its own; see {@link StepPlace} for the numbers. */
  StepResult run(HostBatch batch, int epoch, double rateFactor) {
    return run(batch, StepPlace.alone(epoch, rateFactor));
  }

  /** Makes one step; its gradients join those of the steps before it that made no update. */
  StepResult run(HostBatch batch, StepPlace place) {
    try (NDManager scope = pack.manager().newSubManager()) {
      BatchObjective objective = new BatchObjective(model, losses);
      BatchObjective.Outcome outcome;
      try (GradientCollector gradients = scope.getEngine().newGradientCollector()) {
        outcome = objective.train(batch, new DeviceBatch(scope).of(batch), place.epoch());
        phases.forwardDone(outcome.terms().total());
        gradients.backward(share(outcome.terms().total(), place.share()));
        phases.backwardDone(outcome.terms().total());
      }
      NDArray gradientNorm = optimizer.gradientNorm(scope);
      Map<MetricKey, Double> values = measure(scope, outcome, gradientNorm).read();
      Optional<MetricKey> culprit =
          values.entrySet().stream()
              .filter(entry -> !Double.isFinite(entry.getValue()))
              .map(Map.Entry::getKey)
              .findFirst();
      if (culprit.isPresent()) {
        optimizer.zeroGradients();
      } else {
        if (place.updates()) {
          optimizer.step(gradientNorm, place.rateFactor());
        }
        model.commit(outcome.features());
      }
      Map<MetricKey, Double> all = new LinkedHashMap<>(values);
      if (!place.updates() && culprit.isEmpty()) {
        // Of a part of an update only; drawn beside whole ones it would look like a fault.
        all.remove(MetricKey.GRADIENT_NORM);
      }
      addKnownValues(all, outcome.terms(), place.rateFactor());
      return new StepResult(all, outcome.terms().sdmZero(), culprit);
    }
  }

  private static NDArray share(NDArray total, double share) {
    return share == 1 ? total : total.mul(Scalar.of(total, share));
  }

  /**
   * In the order in which a fault would spread, so that the first non-finite value is the cause.
   */
  private StepScalars measure(
      NDManager scope, BatchObjective.Outcome outcome, NDArray gradientNorm) {
    Features features = outcome.features();
    LossTerms terms = outcome.terms();
    StepScalars scalars =
        new StepScalars()
            .add(MetricKey.NORM_HEAD, model.classifierNorm(scope))
            .add(MetricKey.NORM_BEFORE_BN, meanNorm(scope, features.items_NxD()));
    features.fused_GxD().ifPresent(f -> scalars.add(MetricKey.NORM_FUSED, meanNorm(scope, f)));
    scalars.add(MetricKey.NORM_AFTER_BN, meanNorm(scope, features.neck_RxD()));
    model
        .expectedNorm(scope)
        .ifPresent(norm -> scalars.add(MetricKey.NORM_AFTER_BN_EXPECTED, norm));
    terms.terms().forEach(term -> scalars.add(term.key(), term.value()));
    return scalars
        .add(MetricKey.CE_ACCURACY, terms.accuracy())
        .add(MetricKey.TOTAL_LOSS, terms.total())
        .add(MetricKey.GRADIENT_NORM, gradientNorm);
  }

  private NDArray meanNorm(NDManager scope, NDArray rows) {
    return pack.compute(scope, "mean_row_norm", rows);
  }

  private void addKnownValues(Map<MetricKey, Double> values, LossTerms terms, double rateFactor) {
    for (LossTerm term : terms.terms()) {
      values.put(term.weightKey(), term.weight());
      values.putAll(term.known());
    }
    values.put(MetricKey.RATE_ENCODER, optimizer.rate(Role.ENCODER, rateFactor));
    values.put(MetricKey.RATE_HEAD, optimizer.rate(Role.HEAD, rateFactor));
  }
}
