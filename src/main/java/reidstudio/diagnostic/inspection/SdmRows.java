package reidstudio.diagnostic.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryKind;
import reidstudio.config.SdmForm;
import reidstudio.diagnostic.sdm.CosineBlock;
import reidstudio.loss.Sdm;

/** SDM of the rows of a batch, in the blocks of which training makes its mean. */
final class SdmRows {
  /**
   * One kind of query against the visible items.
   *
   * @param rows of the queries
   * @param queries SDM of each; NaN without a positive
   * @param gallery SDM of each visible item against these queries; NaN without a positive
   */
  record Block(int[] rows, double[] queries, double[] gallery) {}

  private final List<List<Block>> levels = new ArrayList<>();
  private final int items;
  private final double directionWeight;

  /**
   * @param features before the neck of all rows, items and then fused
   */
  SdmRows(HostBatch batch, float[][] features, SdmForm form, double temperature) {
    items = batch.rows();
    directionWeight = form == SdmForm.CROSS_ENTROPY ? 0.5 : 1;
    Sdm sdm = new Sdm(form, temperature);
    int[] labels = batch.rowLabels();
    int[] visible = batch.rows(true);
    for (List<QueryKind> level : batch.queries().levels()) {
      List<Block> blocks = new ArrayList<>();
      for (QueryKind kind : level) {
        int[] queryLabels = picked(labels, kind.rows());
        int[] galleryLabels = picked(labels, visible);
        if (sdm.census(queryLabels, galleryLabels).zero().isEmpty()) {
          CosineBlock cosines =
              CosineBlock.of(
                  picked(features, kind.rows()),
                  queryLabels,
                  picked(features, visible),
                  galleryLabels);
          blocks.add(
              new Block(
                  kind.rows(),
                  cosines.rowLosses(form, temperature),
                  cosines.transposed().rowLosses(form, temperature)));
        }
      }
      levels.add(blocks);
    }
  }

  private static int[] picked(int[] of, int[] rows) {
    return Arrays.stream(rows).map(row -> of[row]).toArray();
  }

  static float[][] picked(float[][] of, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> of[row]).toArray(float[][]::new);
  }

  /** SDM of each row, items and then fused; NaN where it is not defined. */
  double[] ofRows(int[] visible, int rows) {
    double[] losses = new double[rows];
    Arrays.fill(losses, Double.NaN);
    List<Block> blocks = levels.stream().flatMap(List::stream).toList();
    for (Block block : blocks) {
      for (int i = 0; i < block.rows().length; i++) {
        losses[block.rows()[i]] = block.queries()[i];
      }
    }
    List<Block> single = blocks.stream().filter(block -> block.rows()[0] < items).toList();
    for (int i = 0; i < visible.length; i++) {
      int place = i;
      losses[visible[i]] = mean(single.stream().mapToDouble(block -> block.gallery()[place]));
    }
    return losses;
  }

  /** What training reports: both directions of a block, the mean of a level, the sum of levels. */
  double loss() {
    ToDoubleFunction<Block> ofBlock =
        block ->
            directionWeight
                * (mean(Arrays.stream(block.queries())) + mean(Arrays.stream(block.gallery())));
    return levels.stream()
        .mapToDouble(blocks -> blocks.stream().mapToDouble(ofBlock).average().orElse(0))
        .sum();
  }

  private static double mean(DoubleStream losses) {
    return losses.filter(loss -> !Double.isNaN(loss)).average().orElse(Double.NaN);
  }
}
