package reidstudio.faultbench;

import ai.djl.ndarray.NDArray;
import java.util.function.Consumer;
import reidstudio.engine.TrainingSession;
import reidstudio.tensor.Parameter;

/** What can be spoiled in a session before its first step. */
final class Wiring {
  /** Nothing. */
  static final Consumer<TrainingSession> SOUND = session -> {};

  private Wiring() {}

  /** The parameters whose names begin so are multiplied with {@code factor}. */
  static Consumer<TrainingSession> scaled(String name, float factor) {
    return session ->
        session.model().parameters().stream()
            .filter(parameter -> parameter.name().startsWith(name))
            .forEach(parameter -> scale(parameter, factor));
  }

  /** As {@link #scaled}, and they stay so. */
  static Consumer<TrainingSession> held(String name, float factor) {
    return scaled(name, factor)
        .andThen(
            session ->
                session.model().parameters().stream()
                    .filter(parameter -> parameter.name().startsWith(name))
                    .forEach(parameter -> parameter.value().setRequiresGradient(false)));
  }

  /** An array that autograd watches may not be changed in place. */
  private static void scale(Parameter parameter, float factor) {
    NDArray value = parameter.value();
    boolean trained = parameter.isTrained();
    value.setRequiresGradient(false);
    value.muli(factor);
    value.setRequiresGradient(trained);
  }
}
