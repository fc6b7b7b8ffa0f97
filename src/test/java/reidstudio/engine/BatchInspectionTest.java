package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.diagnostic.inspection.BatchMeasurement;
import reidstudio.diagnostic.inspection.PlannedBatch;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.FusedLoss;
import reidstudio.event.ItemFate;
import reidstudio.event.MetricKey;

/** A batch looked into with a real model. */
class BatchInspectionTest {
  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void aLookBetweenStepsChangesNoLaterLoss() throws Exception {
    String[] settings = {"model.neck.dropout", "0.3", "data.modalityDropout", "0.3"};
    List<Double> undisturbed = losses(false, settings);
    assertThat(undisturbed).hasSizeGreaterThan(3);
    assertThat(losses(true, settings)).isEqualTo(undisturbed);
  }

  private static List<Double> losses(boolean looking, String... settings) throws Exception {
    List<Double> losses = new ArrayList<>();
    try (TrainingSession session = SmallRun.session(data, settings)) {
      for (int epoch = 1; epoch <= 2; epoch++) {
        try (BatchSource batches = session.batches(epoch)) {
          while (batches.hasNext()) {
            HostBatch batch = batches.next();
            if (looking) {
              measured(session, 1 + losses.size() % 3, losses.size());
            }
            losses.add(session.step().run(batch, epoch, 1).values().get(MetricKey.TOTAL_LOSS));
          }
        }
      }
    }
    return losses;
  }

  @Test
  void aLookLeavesWeightsAndStatisticsAsTheyWere() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      session.step().run(TrainStepTest.firstBatch(session), 1, 1);
      Map<String, float[]> before = TrainStepTest.state(session);
      measured(session, 1, 1);
      TrainStepTest.assertSameState(before, TrainStepTest.state(session));
    }
  }

  /** The next step's own figures, which training makes on the device. */
  @ParameterizedTest
  @CsvSource({
    "single-and-fused, cross-entropy",
    "combinations, cross-entropy",
    "single-and-fused, kl-divergence",
    "combinations, kl-divergence"
  })
  void rowsSumUpToWhatTrainingReports(String mix, String form) throws Exception {
    try (TrainingSession session =
        SmallRun.session(
            data, "loss.mix", mix, "loss.sdm.form", form, "loss.labelSmoothing", "0.1")) {
      HostBatch batch = TrainStepTest.firstBatch(session);
      BatchMeasures measures = measured(session, 1, 0).measures().orElseThrow();
      Map<MetricKey, Double> step = session.step().run(batch, 1, 1).values();
      assertThat(measures.ce()).isEqualTo(step.get(MetricKey.CE_LOSS));
      assertThat(measures.sdm()).isEqualTo(step.get(MetricKey.SDM_LOSS));
      double[] weights = batch.queries().rowWeights();
      double[] rows =
          java.util.stream.DoubleStream.concat(
                  Arrays.stream(measures.rowCe()),
                  measures.fused().stream().mapToDouble(FusedLoss::ce))
              .toArray();
      double ce =
          IntStream.range(0, rows.length).mapToDouble(i -> weights[i] * rows[i]).sum()
              / Arrays.stream(weights).sum();
      assertThat(ce).isCloseTo(measures.ce(), within(1e-5));
    }
  }

  @Test
  void everyRowHasItsPositivesAndItsCosines() throws Exception {
    try (TrainingSession session = SmallRun.session(data, "sampler.kind", "random")) {
      BatchInspection found = measured(session, 2, 0);
      List<BatchItem> items = found.items();
      assertThat(items).hasSize(20).allMatch(item -> item.fate() == ItemFate.ROW);
      assertThat(items.stream().map(BatchItem::row)).doesNotHaveDuplicates();
      for (BatchItem item : items) {
        long expected =
            items.stream()
                .filter(other -> other.isVisible() != item.isVisible())
                .filter(other -> other.identity().equals(item.identity()))
                .count();
        assertThat(item.positives()).as(item.toString()).isEqualTo((int) expected);
        double sdm = found.measures().orElseThrow().rowSdm()[item.row()];
        assertThat(Double.isNaN(sdm)).as(item.toString()).isEqualTo(item.isAlone());
      }
      assertThat(items.stream().filter(BatchItem::isAlone)).as("a plain shuffle").isNotEmpty();
      BatchMeasures measures = found.measures().orElseThrow();
      assertThat(measures.cosines()).hasNumberOfRows(measures.queries().length);
      assertThat(measures.cosines()[0]).hasSize(measures.gallery().length);
    }
  }

  @Test
  void whatIsMaskedOrCannotBeReadIsNamed() throws Exception {
    Path own = SmallRun.data(folder.resolve("own"));
    try (TrainingSession session = SmallRun.session(own, "data.modalityDropout", "0.4")) {
      PlannedBatch whole = session.planned().at(1);
      assertThat(whole.batch().masked()).isNotEmpty();
      Item.Picture broken =
          Arrays.stream(whole.plan())
              .mapToObj(session.dataset().trainItems()::get)
              .filter(item -> !whole.batch().masked().contains(item))
              .filter(Item.Picture.class::isInstance)
              .map(Item.Picture.class::cast)
              .findFirst()
              .orElseThrow();
      Files.writeString(broken.file(), "no picture");
      PlannedBatches planned =
          new PlannedBatches(
              session.dataset(),
              session.sampler().sampler(),
              new reidstudio.batch.BatchAssembler(
                  session.dataset().trainItems(),
                  new reidstudio.batch.PictureReader(session.config().data()),
                  session.captions().tokenizer(),
                  session.config()),
              2);
      BatchInspection found = planned.at(1).inspection(session.dataset(), Optional.empty());
      assertThat(found.count(ItemFate.MASKED)).isEqualTo(whole.batch().masked().size());
      assertThat(found.items().stream().filter(item -> item.fate() == ItemFate.UNREADABLE))
          .hasSize(1)
          .allMatch(item -> item.picture().equals(broken.name()) && !item.reason().isEmpty());
      assertThat(found.count(ItemFate.ROW)).isEqualTo(whole.batch().rows() - 1);
    }
  }

  @Test
  void aPlanWithoutAModelIsThatOfTheRun() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      BatchInspection withModel = measured(session, 3, 0);
      BatchInspection without =
          PlannedBatches.of(session.config(), session.dataset())
              .at(3)
              .inspection(session.dataset(), Optional.empty());
      assertThat(without.items()).isEqualTo(withModel.items());
      assertThat(without.epoch()).isEqualTo(withModel.epoch());
      assertThat(without.measures()).isEmpty();
      long last = 2L * session.facts().stepsPerEpoch();
      assertThatThrownBy(() -> session.planned().at(last + 1))
          .isInstanceOf(IOException.class)
          .hasMessage("The run has the steps 1 to %d, and no step %d.".formatted(last, last + 1));
    }
  }

  private static BatchMeasurement measurement(TrainingSession session) {
    return new BatchMeasurement(
        session.pack(), session.model(), session.losses(), session.config().loss());
  }

  private static BatchInspection measured(TrainingSession session, long step, long after)
      throws IOException {
    PlannedBatch planned = session.planned().at(step);
    return planned.inspection(
        session.dataset(), Optional.of(measurement(session).of(planned.batch(), 1, after)));
  }
}
