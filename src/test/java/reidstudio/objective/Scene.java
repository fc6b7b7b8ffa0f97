package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryGroup;
import reidstudio.batch.QueryGroups;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;
import reidstudio.model.Features;

/**
 * A batch and features for it that stand in for a model's: a fused row is a fixed function of its
 * members, neck and logits are fixed functions of a row. So whoever enumerates queries in another
 * way can compute their rows too.
 */
final class Scene {
  static final int WIDTH = 5;
  static final int CLASSES = 6;

  final List<Integer> labels = new ArrayList<>();
  final List<Modality> modalities = new ArrayList<>();
  final List<double[]> items = new ArrayList<>();

  /** Adds an item; rows must come in the order of modalities. */
  Scene add(int label, Modality modality, double... feature) {
    labels.add(label);
    modalities.add(modality);
    items.add(feature);
    return this;
  }

  /** Adds {@code count} items of random people. */
  Scene add(RandomGenerator random, int count, Modality modality, int people) {
    for (int i = 0; i < count; i++) {
      add(random.nextInt(people), modality, feature(random));
    }
    return this;
  }

  static double[] feature(RandomGenerator random) {
    double[] feature = new double[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      feature[d] = (float) random.nextGaussian();
    }
    return feature;
  }

  static double[] fuse(List<double[]> members) {
    double[] fused = new double[members.get(0).length];
    for (double[] member : members) {
      for (int d = 0; d < fused.length; d++) {
        fused[d] += Math.sin(2 * member[d]) + 0.1 * members.size();
      }
    }
    return fused;
  }

  static double[] neck(double[] row) {
    double[] neck = row.clone();
    for (int d = 0; d < neck.length; d++) {
      neck[d] = 2 * row[d] + 0.5;
    }
    return neck;
  }

  static double[] logits(double[] row) {
    double[] logits = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      for (int d = 0; d < row.length; d++) {
        logits[c] += Math.cos(3 * c + d) * row[d];
      }
    }
    return logits;
  }

  HostBatch batch(QueryMix mix) {
    QueryGroups queries = QueryGroups.of(mix, labels, modalities);
    List<String> names = modalities.stream().map(Modality::word).toList();
    return new HostBatch(
        labels, modalities, names, Map.of(), 8, 8, List.of(), queries, List.of(), List.of(), 0);
  }

  /** Arrays that ask for gradients. */
  LossInput input(NDManager manager, QueryMix mix) {
    HostBatch batch = batch(mix);
    List<double[]> fused = new ArrayList<>();
    for (QueryGroup group : batch.queries().fused()) {
      List<double[]> members = new ArrayList<>();
      for (int row : group.rows()) {
        members.add(items.get(row));
      }
      fused.add(fuse(members));
    }
    List<double[]> rows = new ArrayList<>(items);
    rows.addAll(fused);
    return new LossInput(
        batch,
        new Features(
            array(manager, items),
            fused.isEmpty() ? Optional.empty() : Optional.of(array(manager, fused)),
            array(manager, rows.stream().map(Scene::neck).toList()),
            array(manager, rows.stream().map(Scene::logits).toList()),
            Optional.empty()));
  }

  private static NDArray array(NDManager manager, List<double[]> rows) {
    int width = rows.get(0).length;
    float[] values = new float[rows.size() * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows.get(i / width)[i % width];
    }
    NDArray array = manager.create(values, new Shape(rows.size(), width));
    array.setRequiresGradient(true);
    return array;
  }
}
