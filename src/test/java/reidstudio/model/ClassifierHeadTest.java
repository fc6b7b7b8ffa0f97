package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.NeckConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.ParameterFactory;

/** Heads whose classifier is the identity, so that class scores are the rows it is given. */
class ClassifierHeadTest {
  private static final int WIDTH = 40;
  private static final Offset<Float> CLOSE = within(1e-5f);

  private OperatorPack pack;
  private NDManager scope;
  private ParameterFactory make;

  @BeforeEach
  void load() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager().newSubManager();
    make = new ParameterFactory(scope, 1);
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void withoutAnythingRowsReachTheClassifierAsTheyAre() {
    ClassifierHead head = head(new NeckConfig(false, 0, 0, false));
    NDArray rows = rows(3);
    assertThat(head.neck()).isEmpty();
    ClassifierHead.Scores scores = head.train(rows, 1);
    assertThat(scores.logits().toFloatArray()).containsExactly(rows.toFloatArray(), CLOSE);
    assertThat(scores.neck().toFloatArray()).containsExactly(rows.toFloatArray());
    assertThat(scores.statistics()).isEmpty();
    assertThat(head.evaluate(rows).logits().toFloatArray())
        .containsExactly(rows.toFloatArray(), CLOSE);
  }

  @Test
  void oneRowIsRefusedByBatchNormalisationAlone() {
    assertThat(head(new NeckConfig(false, 8, .5, true)).train(rows(1), 1).logits().size())
        .isEqualTo(WIDTH);
    ClassifierHead normalising = head(new NeckConfig(true, 8, .5, true));
    assertThatThrownBy(() -> normalising.train(rows(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 rows");
  }

  @Test
  void scaleIsTheLengthOfEveryRow() {
    for (boolean batchNorm : new boolean[] {false, true}) {
      ClassifierHead head = head(new NeckConfig(batchNorm, 8, 0, false));
      NDArray rows = rows(4);
      ClassifierHead.Scores training = head.train(rows, 1);
      assertThat(norms(training.logits())).containsOnly(new float[] {8}, within(1e-4f));
      assertThat(norms(head.evaluate(rows).logits())).containsOnly(new float[] {8}, within(1e-4f));
      // in the direction of the rows that the neck hands out, whose length stays
      assertThat(TinyClip.cosine(training.logits().toFloatArray(), scaled(training.neck())))
          .isCloseTo(1, within(1e-5));
      assertThat(norms(training.neck())[0]).isNotCloseTo(8, within(.1f));
    }
  }

  @Test
  void dropoutDropsItsShareAndKeepsTheMean() {
    ClassifierHead head = head(new NeckConfig(false, 0, 0.3, false));
    float[] kept = head.train(scope.ones(new Shape(250, WIDTH)), 9).logits().toFloatArray();
    int dropped = 0;
    for (float value : kept) {
      if (value == 0) {
        dropped++;
      } else {
        assertThat(value).isCloseTo(1 / 0.7f, CLOSE);
      }
    }
    // 10,000 draws: a standard deviation of 46
    assertThat(dropped).isBetween(2800, 3200);
  }

  @Test
  void theSeedDecidesWhatIsDropped() {
    ClassifierHead head = head(new NeckConfig(false, 0, 0.5, false));
    NDArray rows = rows(6);
    float[] first = head.train(rows, 7).logits().toFloatArray();
    assertThat(head.train(rows, 7).logits().toFloatArray()).isEqualTo(first);
    assertThat(head.train(rows, 8).logits().toFloatArray()).isNotEqualTo(first);
  }

  @Test
  void nothingIsDroppedInEvaluation() {
    ClassifierHead head = head(new NeckConfig(false, 0, 0.9, false));
    NDArray rows = rows(6);
    assertThat(head.evaluate(rows).logits().toFloatArray())
        .containsExactly(rows.toFloatArray(), CLOSE);
  }

  @Test
  void theBiasIsAddedToTheScores() {
    ClassifierHead head = head(new NeckConfig(false, 0, 0, true));
    NDArray bias = make.parameters().get(make.parameters().size() - 1).value();
    assertThat(bias.toFloatArray()).hasSize(WIDTH).containsOnly(0);
    float[] values = SmallModel.floats(WIDTH, 4);
    bias.set(values);
    NDArray nothing = scope.zeros(new Shape(2, WIDTH));
    assertThat(head.train(nothing, 1).logits().get(1).toFloatArray()).containsExactly(values);
    assertThat(head.evaluate(nothing).logits().get(0).toFloatArray()).containsExactly(values);
  }

  private ClassifierHead head(NeckConfig config) {
    ClassifierHead head = new ClassifierHead(pack, make, config, WIDTH, WIDTH);
    head.weight().set(scope.eye(WIDTH).toFloatArray());
    return head;
  }

  private NDArray rows(int count) {
    return scope.create(SmallModel.floats(count * WIDTH, 2), new Shape(count, WIDTH));
  }

  private static float[] norms(NDArray rows) {
    return rows.norm(new int[] {1}).toFloatArray();
  }

  /** All rows with the length 1, one after the other. */
  private static float[] scaled(NDArray rows) {
    return rows.div(rows.norm(new int[] {1}, true)).toFloatArray();
  }
}
