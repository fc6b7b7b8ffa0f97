package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PictureReader;
import reidstudio.data.Item;
import reidstudio.event.MetricKey;

/** What modality dropout leaves out reaches no part of the model and no loss. */
class ModalityDropoutStepTest {
  /** Pictures that do not hang on their place in the plan, and every loss that counts rows. */
  private static final String[] SETTINGS = {
    "data.flip", "0",
    "data.padding", "0",
    "model.neck.dropout", "0.2",
    "loss.itc.weight", "0.3",
    "loss.triplet.weight", "0.3"
  };

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  private static TrainingSession session(String rate, String mix) {
    List<String> settings = new ArrayList<>(List.of(SETTINGS));
    settings.addAll(List.of("data.modalityDropout", rate, "loss.mix", mix));
    return SmallRun.session(data, settings.toArray(String[]::new));
  }

  private static HostBatch batch(TrainingSession session, int[] plan) throws IOException {
    return new BatchAssembler(
            session.dataset().trainItems(),
            new PictureReader(session.config().data()),
            session.captions().tokenizer(),
            session.config())
        .assemble(plan, 1, 0);
  }

  /** Losses, norms, gradients, weights, moments and running statistics, to the last bit. */
  @ParameterizedTest
  @ValueSource(strings = {"single-and-fused", "combinations"})
  void aMaskedItemLeavesNoTrace(String mix) throws IOException {
    try (TrainingSession dropping = session("0.5", mix);
        TrainingSession plain = session("0", mix)) {
      int[] plan = dropping.sampler().sampler().epoch(0).get(0);
      HostBatch masked = batch(dropping, plan);
      assertThat(masked.masked()).hasSizeBetween(3, plan.length - 6);
      HostBatch never = batch(plain, without(plan, masked, plain.dataset().trainItems()));
      assertThat(never.masked()).isEmpty();
      Map<MetricKey, Double> before = plain.step().run(batch(plain, plan), 1, 0).values();

      Map<MetricKey, Double> expected;
      try (TrainingSession fresh = session("0", mix)) {
        expected = fresh.step().run(never, 1, 1).values();
        assertThat(dropping.step().run(masked, 1, 1).values()).isEqualTo(expected);
        assertSame(state(dropping), state(fresh));
      }
      // which would be worth nothing if the whole batch gave the same
      for (MetricKey key :
          List.of(MetricKey.CE_LOSS, MetricKey.SDM_LOSS, MetricKey.NORM_AFTER_BN)) {
        assertThat(before.get(key)).as(key.name()).isNotEqualTo(expected.get(key));
      }
      assertThat(expected.get(MetricKey.SDM_ROWS)).isLessThan(before.get(MetricKey.SDM_ROWS));
    }
  }

  private static int[] without(int[] plan, HostBatch batch, List<Item> items) {
    return Arrays.stream(plan).filter(at -> !batch.masked().contains(items.get(at))).toArray();
  }

  private static Map<String, float[]> state(TrainingSession session) {
    Map<String, float[]> state = new LinkedHashMap<>();
    session.state().forEach((name, array) -> state.put(name, floats(array)));
    return state;
  }

  private static float[] floats(NDArray array) {
    return array.toType(ai.djl.ndarray.types.DataType.FLOAT32, true).toFloatArray();
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  /** Batches of visible pictures alone come up, and cost no step. */
  @ParameterizedTest
  @ValueSource(strings = {"single-and-fused", "combinations"})
  void hardlyAnythingLeftStillTrains(String mix) throws InterruptedException {
    try (TrainingSession session = session("0.9", mix)) {
      int alone = 0;
      for (int epoch = 1; epoch <= 6; epoch++) {
        try (BatchSource batches = session.batches(epoch)) {
          while (batches.hasNext()) {
            HostBatch batch = batches.next();
            alone += batch.rows(false).length == 0 ? 1 : 0;
            assertThat(session.step().run(batch, 1, 1).culprit()).isEmpty();
          }
        }
      }
      assertThat(alone).isPositive();
    }
  }

  @Test
  void visibleItemsAreAllThereInEveryBatchOfARun() throws InterruptedException {
    try (TrainingSession session = session("0.7", "single-and-fused")) {
      for (int epoch = 1; epoch <= 10; epoch++) {
        List<int[]> plans = session.sampler().sampler().epoch(epoch - 1);
        try (BatchSource batches = session.batches(epoch)) {
          for (int[] plan : plans) {
            int planned = session.sampler().sampler().batchSize();
            HostBatch batch = batches.next();
            assertThat(batch.rows() + batch.masked().size()).isEqualTo(planned);
            assertThat(batch.rows(true)).hasSize(visible(session, plan));
          }
        }
      }
    }
  }

  private static int visible(TrainingSession session, int[] plan) {
    List<Item> items = session.dataset().trainItems();
    return (int)
        IntStream.of(plan)
            .filter(at -> items.get(at).modality() == reidstudio.data.Modality.VIS)
            .count();
  }
}
