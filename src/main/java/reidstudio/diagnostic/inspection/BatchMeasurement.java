package reidstudio.diagnostic.inspection;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryGroup;
import reidstudio.config.LossConfig;
import reidstudio.diagnostic.probe.RowArrays;
import reidstudio.diagnostic.sdm.CosineBlock;
import reidstudio.event.BatchMeasures;
import reidstudio.event.FusedLoss;
import reidstudio.event.MetricKey;
import reidstudio.model.Features;
import reidstudio.model.ReidModel;
import reidstudio.objective.BatchObjective;
import reidstudio.objective.LossMix;
import reidstudio.objective.LossTerm;
import reidstudio.tensor.OperatorPack;

/**
 * Measures a batch with a model as it is now, in the mode of the loss. Neither gradients nor
 * running statistics are kept of it, and its random sequences are those of the batch.
 */
public final class BatchMeasurement {
  private final OperatorPack pack;
  private final ReidModel model;
  private final LossMix losses;
  private final LossConfig config;

  /** Measures with {@code model} and the losses of {@code config}. */
  public BatchMeasurement(OperatorPack pack, ReidModel model, LossMix losses, LossConfig config) {
    this.pack = pack;
    this.model = model;
    this.losses = losses;
    this.config = config;
  }

  /**
   * What is made of {@code batch}.
   *
   * @param epoch that the run is in, for what is scheduled
   * @param afterStep steps that the run has made
   */
  public BatchMeasures of(HostBatch batch, int epoch, long afterStep) {
    try (NDManager scope = pack.manager().newSubManager()) {
      BatchObjective.Outcome outcome =
          new BatchObjective(model, losses).train(batch, new DeviceBatch(scope).of(batch), epoch);
      LossTerm sdm = outcome.terms().term(MetricKey.SDM_LOSS);
      double temperature = sdm.known().get(MetricKey.SDM_TEMPERATURE);
      float[][] features = features(outcome.features());
      int[] queries = batch.rows(false);
      int[] visible = batch.rows(true);
      double[] ce =
          RowCrossEntropy.of(
              RowArrays.of(outcome.features().logits_RxC()),
              batch.rowLabels(),
              config.labelSmoothing());
      double[] rowSdm =
          new SdmRows(batch, features, config.sdm().form(), temperature)
              .ofRows(visible, features.length);
      return new BatchMeasures(
          afterStep,
          outcome.terms().term(MetricKey.CE_LOSS).value().getFloat(),
          sdm.value().getFloat(),
          outcome.terms().sdmZero(),
          temperature,
          Arrays.copyOf(ce, batch.rows()),
          Arrays.copyOf(rowSdm, batch.rows()),
          fused(batch, ce, rowSdm),
          queries,
          visible,
          CosineBlock.of(
                  SdmRows.picked(features, queries),
                  batch.labels(false),
                  SdmRows.picked(features, visible),
                  batch.labels(true))
              .cosines());
    }
  }

  /** Before the neck: items, then what is fused of them. */
  private static float[][] features(Features of) {
    List<float[]> features = new ArrayList<>(Arrays.asList(RowArrays.of(of.items_NxD())));
    of.fused_GxD().ifPresent(fused -> features.addAll(Arrays.asList(RowArrays.of(fused))));
    return features.toArray(float[][]::new);
  }

  private static List<FusedLoss> fused(HostBatch batch, double[] ce, double[] sdm) {
    List<QueryGroup> groups = batch.queries().fused();
    return IntStream.range(0, groups.size())
        .mapToObj(
            g ->
                new FusedLoss(
                    Arrays.stream(groups.get(g).rows()).boxed().toList(),
                    ce[batch.rows() + g],
                    sdm[batch.rows() + g]))
        .toList();
  }
}
