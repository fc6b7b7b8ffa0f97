package reidstudio.diagnostic.probe;

import ai.djl.engine.EngineException;
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
  /** A word of PyTorch’s refusal of a loss without a graph. */
  private static final String CUT_OFF = "grad_fn";

  private final Subject subject;

  /** Of the model of {@code subject}. */
  public Gradients(Subject subject) {
    this.subject = subject;
  }

  /**
   * A batch forward, and back from one loss alone. A loss that hangs on no parameter, because
   * something between them is cut off, leaves all gradients at zero.
   *
   * @param scope owner of all that comes of it
   * @param loss scalar attached to the graph
   */
  public Outcome backward(NDManager scope, HostBatch batch, Function<Outcome, NDArray> loss) {
    forget();
    return add(scope, batch, loss);
  }

  /** As {@link #backward}, on top of the gradients that are there. */
  public Outcome add(NDManager scope, HostBatch batch, Function<Outcome, NDArray> loss) {
    BatchObjective objective = new BatchObjective(subject.model(), subject.losses());
    int epoch = subject.config().loss().sdm().heaviestEpoch(subject.config().epochs());
    try (GradientCollector gradients = scope.getEngine().newGradientCollector()) {
      Outcome outcome = objective.train(batch, new DeviceBatch(scope).of(batch), epoch);
      back(gradients, loss.apply(outcome));
      return outcome;
    }
  }

  /** DJL does not tell whether a result hangs on a parameter; PyTorch does, by refusing. */
  private static void back(GradientCollector gradients, NDArray loss) {
    try {
      gradients.backward(loss);
    } catch (EngineException e) {
      if (e.getMessage() == null || !e.getMessage().contains(CUT_OFF)) {
        throw e;
      }
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
