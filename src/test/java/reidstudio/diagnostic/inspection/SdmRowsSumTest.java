package reidstudio.diagnostic.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.batch.BatchSource;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.config.SdmConfig;
import reidstudio.diagnostic.probe.RowArrays;
import reidstudio.engine.SmallRun;
import reidstudio.engine.TrainingSession;
import reidstudio.event.MetricKey;
import reidstudio.objective.BatchObjective;

/** Rows in plain Java against the loss on the device. */
class SdmRowsSumTest {
  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @ParameterizedTest
  @CsvSource({
    "single-and-fused, cross-entropy, multi-modal-balanced",
    "combinations, cross-entropy, multi-modal-balanced",
    "single-and-fused, kl-divergence, multi-modal-balanced",
    "combinations, kl-divergence, multi-modal-balanced",
    "single-and-fused, cross-entropy, random",
    "combinations, cross-entropy, random"
  })
  void rowsSumUpToTheLossOfTheBatch(String mix, String form, String sampler) throws Exception {
    try (TrainingSession session =
            SmallRun.session(
                data, "loss.mix", mix, "loss.sdm.form", form, "sampler.kind", sampler);
        BatchSource batches = session.batches(1);
        NDManager scope = session.pack().manager().newSubManager()) {
      HostBatch batch = batches.next();
      BatchObjective.Outcome outcome =
          new BatchObjective(session.model(), session.losses())
              .train(batch, new DeviceBatch(scope).of(batch), 1);
      List<float[]> features =
          new ArrayList<>(Arrays.asList(RowArrays.of(outcome.features().items_NxD())));
      outcome
          .features()
          .fused_GxD()
          .ifPresent(fused -> features.addAll(Arrays.asList(RowArrays.of(fused))));
      SdmConfig sdm = session.config().loss().sdm();
      double rows =
          new SdmRows(
                  batch,
                  features.toArray(float[][]::new),
                  sdm.form(),
                  sdm.temperatureAt(1, session.config().epochs()))
              .loss();
      double loss = outcome.terms().term(MetricKey.SDM_LOSS).value().getFloat();
      assertThat(loss).isPositive();
      assertThat(rows).isCloseTo(loss, within(1e-4 * Math.max(1, loss)));
    }
  }
}
