package reidstudio.diagnostic.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryGroups;
import reidstudio.config.QueryMix;
import reidstudio.config.SdmForm;
import reidstudio.data.Modality;

/** Two photos of two people, and an infrared photo of the first and of somebody else. */
class SdmRowsTest {
  private static final List<Integer> LABELS = List.of(0, 1, 0, 2);
  private static final List<Modality> MODALITIES =
      List.of(Modality.VIS, Modality.VIS, Modality.NIR, Modality.NIR);
  private static final float[][] FEATURES = {{2, 0}, {0, 1}, {1, 0}, {3, 0}};

  private static final HostBatch BATCH =
      new HostBatch(
          LABELS,
          MODALITIES,
          List.of("a", "b", "c", "d"),
          Map.of(),
          1,
          1,
          List.of(),
          QueryGroups.of(QueryMix.SINGLE_AND_FUSED, LABELS, MODALITIES),
          List.of(),
          List.of(),
          0);

  @Test
  void inCrossEntropyFormARowIsTheLogProbabilityOfItsPositives() {
    SdmRows rows = new SdmRows(BATCH, FEATURES, SdmForm.CROSS_ENTROPY, 1);
    double[] losses = rows.ofRows(BATCH.rows(true), 4);
    // the first photo is as similar, with cosine 1, to both infrared ones: ln 2
    assertThat(losses[0]).isCloseTo(Math.log(2), within(1e-12));
    assertThat(losses[1]).as("nobody of the other side").isNaN();
    // the infrared photo has cosine 1 to its own and 0 to the other: -ln(e / (e + 1))
    assertThat(losses[2]).isCloseTo(Math.log(Math.E + 1) - 1, within(1e-12));
    assertThat(losses[3]).as("no photo of this person").isNaN();
    assertThat(rows.loss()).isCloseTo((losses[0] + losses[2]) / 2, within(1e-12));
  }

  @Test
  void aTemperatureSharpensIt() {
    double[] losses =
        new SdmRows(BATCH, FEATURES, SdmForm.CROSS_ENTROPY, 0.5).ofRows(BATCH.rows(true), 4);
    assertThat(losses[2]).isCloseTo(Math.log(Math.exp(2) + 1) - 2, within(1e-12));
  }

  @Test
  void inDivergenceFormMassOnAnotherCostsItsGuard() {
    double[] losses =
        new SdmRows(BATCH, FEATURES, SdmForm.KL_DIVERGENCE, 1).ofRows(BATCH.rows(true), 4);
    double own = Math.E / (Math.E + 1);
    double other = 1 - own;
    double expected = own * Math.log(own / (1 + 1e-8)) + other * Math.log(other / 1e-8);
    assertThat(losses[2]).isCloseTo(expected, within(1e-9));
  }

  @Test
  void crossEntropyOfARowIsThatOfItsSmoothedTarget() {
    float[][] logits = {{1, 0, 0}, {0, 0, 0}};
    double normaliser = Math.log(Math.E + 2);
    assertThat(RowCrossEntropy.of(logits, new int[] {0, 2}, 0))
        .containsExactly(new double[] {normaliser - 1, Math.log(3)}, within(1e-12));
    // 0.3 spread over three classes: 0.8, 0.1 and 0.1
    assertThat(RowCrossEntropy.of(logits, new int[] {0, 2}, 0.3)[0])
        .isCloseTo(0.8 * (normaliser - 1) + 0.2 * normaliser, within(1e-12));
  }
}
