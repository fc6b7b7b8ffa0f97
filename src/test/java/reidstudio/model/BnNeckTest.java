package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

class BnNeckTest {
  private static final float[] ROWS = {1, 2, 3, 0, 5, 4, 7, 2};

  private OperatorPack pack;
  private NDManager scope;
  private BnNeck neck;

  @BeforeEach
  void build() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    neck = new BnNeck(pack, new ParameterFactory(scope, 1), 2);
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void statisticsMoveOnlyWhenTheyAreCommitted() {
    BnNeck.Statistics next = train(ROWS).statistics().orElseThrow();
    assertThat(neck.runningMean().toFloatArray()).containsExactly(0, 0);
    assertThat(neck.runningVariance().toFloatArray()).containsExactly(1, 1);
    neck.evaluate(rows(ROWS));
    assertThat(neck.runningMean().toFloatArray()).containsExactly(0, 0);

    neck.commit(next);
    // 0.9 old + 0.1 new; batch means 4 and 2; unbiased variances 20/3 and 8/3
    assertThat(neck.runningMean().toFloatArray()).containsExactly(new float[] {.4f, .2f}, near());
    assertThat(neck.runningVariance().toFloatArray())
        .containsExactly(new float[] {.9f + 2f / 3, .9f + .8f / 3}, near());
  }

  @Test
  void aSecondCommitGoesOnFromTheFirst() {
    neck.commit(train(ROWS).statistics().orElseThrow());
    neck.commit(train(ROWS).statistics().orElseThrow());
    assertThat(neck.runningMean().toFloatArray()).containsExactly(new float[] {.76f, .38f}, near());
  }

  @Test
  void trainingUsesTheBatchAndEvaluationTheRunningStatistics() {
    float[] training = train(ROWS).rows().toFloatArray();
    // biased variance 5 in the first column: (1 - 4) / sqrt(5 + 1e-5)
    assertThat(training[0]).isCloseTo(-1.341639f, near());
    neck.commit(train(ROWS).statistics().orElseThrow());
    BnNeck.Normalised evaluated = neck.evaluate(rows(ROWS));
    assertThat(evaluated.rows().toFloatArray()[0])
        .isCloseTo((float) ((1 - .4) / Math.sqrt(.9 + 2.0 / 3 + 1e-5)), near());
    assertThat(evaluated.statistics()).isEmpty();
  }

  @Test
  void aSingleRowIsRefusedWithTheReason() {
    assertThatThrownBy(() -> train(new float[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch normalisation needs at least 2 rows in training, the batch has 1");
  }

  @Test
  void theExpectedNormStartsAtTheRootOfTheDimensions() {
    assertThat(neck.expectedNorm(scope).getFloat()).isCloseTo((float) Math.sqrt(2), near());
    BnNeck wide = new BnNeck(pack, new ParameterFactory(scope, 1), 512);
    assertThat(wide.expectedNorm(scope).getFloat()).isCloseTo((float) Math.sqrt(512), near());
  }

  @Test
  void gainAndShiftAreTrainedByTheHeadsRate() {
    ParameterFactory make = new ParameterFactory(scope, 1);
    BnNeck other = new BnNeck(pack, make, 2);
    NDArray gamma = make.parameters().get(0).value();
    gamma.set(new float[] {3, 4});
    assertThat(other.expectedNorm(scope).getFloat()).isCloseTo(5, near());
    assertThat(make.parameters())
        .extracting(reidstudio.tensor.Parameter::role)
        .containsOnly(reidstudio.tensor.Parameter.Role.HEAD);
  }

  private BnNeck.Normalised train(float[] values) {
    return neck.train(rows(values));
  }

  private NDArray rows(float[] values) {
    return scope.create(values, new Shape(values.length / 2, 2));
  }

  private static org.assertj.core.data.Offset<Float> near() {
    return within(1e-5f);
  }
}
