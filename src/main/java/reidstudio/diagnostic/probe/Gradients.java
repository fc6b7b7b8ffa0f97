package reidstudio.diagnostic.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.Function;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.Subject;
import reidstudio.objective.BatchObjective;
import reidstudio.objective.BatchObjective.Outcome;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;

/**
 * Gradients of single losses, in the epoch of the run in which SDM weighs most. Who is done with
 * them calls {@link #forget}.
 */
public final class Gradients {
  private final Subject subject;

  /** Of the model of {@code subject}. */
  public Gradients(Subject subject) {
    this.subject = subject;
  }

  /**
   * A batch forward, and back from one loss alone.
   *
   * @param scope owner of all that comes of it
   * @param loss scalar attached to the graph
   */
  public Outcome backward(NDManager scope, HostBatch batch, Function<Outcome, NDArray> loss) {
    forget();
    BatchObjective objective = new BatchObjective(subject.model(), subject.losses());
    int epoch = subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
    try (GradientCollector gradients = scope.getEngine().newGradientCollector()) {
      Outcome outcome = objective.train(batch, new DeviceBatch(scope).of(batch), epoch);
      gradients.backward(loss.apply(outcome));
      return outcome;
    }
  }

  /**
   * Norm of the gradients of {@code values} after the last {@link #backward}; what is frozen has
   * none.
   */
  public double norm(NDManager scope, List<NDArray> values) {
    List<NDArray> trained = values.stream().filter(NDArray::hasGradient).toList();
    return trained.isEmpty()
        ? 0
        : subject.pack().compute(scope, "gradient_norm", trained).getFloat();
  }

  /** Norm of the gradients of all that lies before neck and classifier; 0 if it is frozen. */
  public double trunkNorm(NDManager scope) {
    List<NDArray> trunk =
        subject.model().parameters().stream()
            .filter(p -> p.role() != Role.HEAD && p.isTrained())
            .map(Parameter::value)
            .toList();
    return norm(scope, trunk);
  }

  /** Sets all gradients to zero, as a training step wants to find them. */
  public void forget() {
    subject.optimizer().zeroGradients();
  }
}
