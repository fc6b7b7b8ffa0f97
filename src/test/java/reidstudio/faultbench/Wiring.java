package reidstudio.faultbench;

import ai.djl.ndarray.NDArray;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import reidstudio.data.Dataset;
import reidstudio.engine.TrainingSession;
import reidstudio.tensor.Parameter;

/**
 * What is spoiled behind the back of a run.
 *
 * @param data what the run gets instead of the data set that was read
 * @param session done before the first step
 * @param afterStep done between two steps
 */
record Wiring(UnaryOperator<Dataset> data, Consumer<TrainingSession> session, AfterStep afterStep) {
  /** Something done between two steps, on the engine thread. */
  @FunctionalInterface
  interface AfterStep {
    void done(TrainingSession session, long step);
  }

  /** Nothing. */
  static final Wiring SOUND = of(session -> {});

  static Wiring of(Consumer<TrainingSession> session) {
    return new Wiring(data -> data, session, (model, step) -> {});
  }

  static Wiring ofData(UnaryOperator<Dataset> data) {
    return new Wiring(data, session -> {}, (session, step) -> {});
  }

  /** {@code spoil} after each step. */
  static Wiring always(Consumer<TrainingSession> spoil) {
    return new Wiring(data -> data, session -> {}, (session, step) -> spoil.accept(session));
  }

  /** {@code spoil} once, after {@code at} steps. */
  static Wiring after(long at, Consumer<TrainingSession> spoil) {
    return new Wiring(
        data -> data,
        session -> {},
        (session, step) -> {
          if (step == at) {
            spoil.accept(session);
          }
        });
  }

  /** The parameters whose names begin so are multiplied with {@code factor}. */
  static Wiring scaled(String name, float factor) {
    return of(changed(name, array -> array.muli(factor)));
  }

  /** As {@link #scaled}, and they stay so. */
  static Wiring held(String name, float factor) {
    return scaled(name, factor).and(of(fixed(name)));
  }

  /** The parameters whose names begin so are filled with normal noise about {@code mean}. */
  static Wiring heldAbout(String name, float mean, float deviation, long seed) {
    Random random = new Random(seed);
    return of(changed(
            name,
            array -> {
              float[] values = new float[Math.toIntExact(array.size())];
              for (int i = 0; i < values.length; i++) {
                values[i] = mean + deviation * (float) random.nextGaussian();
              }
              array.set(java.nio.FloatBuffer.wrap(values));
            }))
        .and(of(fixed(name)));
  }

  /** The matrices whose names begin so become products of {@code rank} columns and rows. */
  static Consumer<TrainingSession> lowRank(String name, int rank) {
    return changed(name, array -> array.set(java.nio.FloatBuffer.wrap(lowRank(array, rank))))
        .andThen(fixed(name));
  }

  private static float[] lowRank(NDArray matrix, int rank) {
    int rows = Math.toIntExact(matrix.getShape().get(0));
    int columns = Math.toIntExact(matrix.size()) / rows;
    float[] values = matrix.toFloatArray();
    Random random = new Random(rank);
    float[] mix = new float[rows * rank];
    for (int i = 0; i < mix.length; i++) {
      mix[i] = (float) random.nextGaussian();
    }
    float[] low = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int r = 0; r < rank; r++) {
          low[row * columns + column] += mix[row * rank + r] * values[r * columns + column];
        }
      }
    }
    return low;
  }

  Wiring and(Wiring other) {
    return new Wiring(
        each -> other.data.apply(data.apply(each)),
        session.andThen(other.session),
        (model, step) -> {
          afterStep.done(model, step);
          other.afterStep.done(model, step);
        });
  }

  /** An array that autograd watches may not be changed in place. */
  private static Consumer<TrainingSession> changed(String name, Consumer<NDArray> change) {
    return each(
        name,
        parameter -> {
          boolean trained = parameter.isTrained();
          parameter.value().setRequiresGradient(false);
          change.accept(parameter.value());
          parameter.value().setRequiresGradient(trained);
        });
  }

  private static Consumer<TrainingSession> fixed(String name) {
    return each(name, parameter -> parameter.value().setRequiresGradient(false));
  }

  private static Consumer<TrainingSession> each(String name, Consumer<Parameter> spoil) {
    return session ->
        session.model().parameters().stream()
            .filter(parameter -> parameter.name().startsWith(name))
            .forEach(spoil);
  }
}
