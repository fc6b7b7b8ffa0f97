package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.ItemBatch;
import reidstudio.batch.Prefetch;
import reidstudio.model.EncodedItems;
import reidstudio.model.ModelInput;
import reidstudio.model.ReidModel;
import reidstudio.tensor.NoGradient;
import reidstudio.tensor.OperatorPack;

/**
 * Features that retrieval compares: those before the neck of single items, fused ones of several
 * (ReID5o; {@link ReidModel#encode}). Pictures are decoded ahead on worker threads.
 */
final class FeatureExtraction implements FeatureSource {
  private final OperatorPack pack;
  private final ReidModel model;
  private final BatchAssembler assembler;
  private final ExecutorService workers;
  private final int batchSize;
  private final NoGradient noGradient = new NoGradient();

  /**
   * @param assembler over the items that plans number
   * @param batchSize items that are encoded, or queries that are fused, at once
   */
  FeatureExtraction(
      OperatorPack pack,
      ReidModel model,
      BatchAssembler assembler,
      ExecutorService workers,
      int batchSize) {
    this.pack = pack;
    this.model = model;
    this.assembler = assembler;
    this.workers = workers;
    this.batchSize = batchSize;
  }

  @Override
  public boolean run(List<EncodingPlan.Piece> pieces, Receiver receiver)
      throws EvaluationException, InterruptedException {
    try (Prefetch<ItemBatch> batches = new Prefetch<>(readings(pieces), workers)) {
      for (EncodingPlan.Piece piece : pieces) {
        if (!run(piece, batches, receiver)) {
          return false;
        }
      }
    }
    return true;
  }

  private Iterator<Callable<ItemBatch>> readings(List<EncodingPlan.Piece> pieces) {
    return pieces.stream()
        .flatMap(piece -> slices(piece.items()).stream())
        .<Callable<ItemBatch>>map(slice -> () -> assembler.items(slice))
        .iterator();
  }

  private List<int[]> slices(int[] items) {
    return IntStream.iterate(0, from -> from < items.length, from -> from + batchSize)
        .mapToObj(from -> Arrays.copyOfRange(items, from, Math.min(items.length, from + batchSize)))
        .toList();
  }

  private boolean run(EncodingPlan.Piece piece, Prefetch<ItemBatch> batches, Receiver receiver)
      throws EvaluationException, InterruptedException {
    try (NDManager scope = pack.manager().newSubManager()) {
      List<EncodedItems> encoded = new ArrayList<>();
      Map<Integer, Integer> rows = new HashMap<>();
      List<String> dropped = new ArrayList<>();
      for (int slice = 0; slice < slices(piece.items()).size(); slice++) {
        ItemBatch read = batches.next();
        dropped.addAll(read.batch().dropped());
        for (int item : read.items()) {
          rows.put(item, rows.size());
        }
        if (read.items().length > 0) {
          encoded.add(encode(scope, read));
        }
        assembler.recycle(read.batch());
        if (!receiver.proceed(read.items().length)) {
          return false;
        }
      }
      List<EncodingPlan.Target> readable =
          piece.targets().stream().filter(target -> rowsOf(target, rows) != null).toList();
      if (readable.size() < piece.targets().size()) {
        List<EncodingPlan.Target> rest = new ArrayList<>(piece.targets());
        rest.removeAll(readable);
        receiver.unreadable(rest, dropped);
      }
      return readable.isEmpty()
          || deliver(scope, EncodedItems.join(encoded), readable, rows, receiver);
    }
  }

  /** Only what is asked for outlives the batch, not what each layer made on the way. */
  private EncodedItems encode(NDManager scope, ItemBatch read) {
    try (NDManager own = scope.newSubManager()) {
      ModelInput input = new DeviceBatch(own).of(read.batch());
      EncodedItems encoded = noGradient.during(() -> model.encode(input));
      encoded.moveTo(scope);
      return encoded;
    }
  }

  private boolean deliver(
      NDManager scope,
      EncodedItems encoded,
      List<EncodingPlan.Target> targets,
      Map<Integer, Integer> rows,
      Receiver receiver)
      throws EvaluationException, InterruptedException {
    float[][] single = rows(encoded.features());
    for (int from = 0; from < targets.size(); from += batchSize) {
      List<EncodingPlan.Target> some =
          targets.subList(from, Math.min(targets.size(), from + batchSize));
      receiver.features(some, features(scope, encoded, single, some, rows));
      if (!receiver.proceed(0)) {
        return false;
      }
    }
    return true;
  }

  private float[][] features(
      NDManager scope,
      EncodedItems encoded,
      float[][] single,
      List<EncodingPlan.Target> targets,
      Map<Integer, Integer> rows) {
    List<int[]> groups =
        targets.stream().map(t -> rowsOf(t, rows)).filter(group -> group.length > 1).toList();
    float[][] fused = groups.isEmpty() ? new float[0][] : fuse(scope, encoded, groups);
    float[][] features = new float[targets.size()][];
    int next = 0;
    for (int i = 0; i < features.length; i++) {
      int[] group = rowsOf(targets.get(i), rows);
      features[i] = group.length > 1 ? fused[next++] : single[group[0]];
    }
    return features;
  }

  private float[][] fuse(NDManager scope, EncodedItems encoded, List<int[]> groups) {
    try (NDManager own = scope.newSubManager()) {
      encoded.lendTo(own);
      ModelInput.Padded padded = ModelInput.Padded.of(own, groups);
      return rows(noGradient.during(() -> model.fuse(encoded, padded)));
    }
  }

  /** Rows of the target's items; null if one of them could not be read. */
  private static int[] rowsOf(EncodingPlan.Target target, Map<Integer, Integer> rows) {
    int[] items = target.entry().items();
    int[] group = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      Integer row = rows.get(items[i]);
      if (row == null) {
        return null;
      }
      group[i] = row;
    }
    return group;
  }

  private static float[][] rows(NDArray matrix) {
    int width = Math.toIntExact(matrix.getShape().get(1));
    float[] all = matrix.toFloatArray();
    float[][] rows = new float[all.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }
    return rows;
  }
}
