package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.batch.QueryGroup;
import reidstudio.config.RunConfig;
import reidstudio.engine.device.DeviceProbe;
import reidstudio.engine.device.EngineStart;
import reidstudio.event.MetricKey;
import reidstudio.model.ModelInput;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Adam;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Times the real training step on a batch of random numbers, with the weights that a seed gives.
 *
 * <p>Thread: one at a time. Native memory: all of it until {@link #close}.
 */
public final class StepBench implements AutoCloseable {
  private static final int CLASSES = 400;
  private static final int CLOCK_READINGS = 4;
  private static final double NANOS = 1e9;

  /**
   * What steps took.
   *
   * @param loss of the first of them
   * @param steps how many
   * @param forward seconds of all steps' forward passes
   * @param backward seconds of all backward passes
   * @param optimizer seconds of the rest: gradient norm, reading the scalars, update
   */
  public record Round(double loss, int steps, double forward, double backward, double optimizer) {
    /** Seconds of one step. */
    public double stepSeconds() {
      return (forward + backward + optimizer) / steps;
    }
  }

  private final DeviceProbe.Found device;
  private final OperatorPack pack;
  private final ReidModel model;
  private final Adam optimizer;
  private final LossMix losses;
  private final HostBatch batch;

  /**
   * Builds model and batch on {@code config}'s device.
   *
   * @param pictures of the batch, a multiple of 4
   */
  public StepBench(BenchModel named, RunConfig config, int pictures) {
    this.device = new DeviceProbe().find(config.device());
    this.pack = new EngineStart().load(device, config.compute());
    this.model = new ReidModel(pack, config, CLASSES, named.words());
    this.optimizer = new Adam(pack, model.parameters(), config.optimizer());
    this.losses = new LossMix(config.loss(), config.epochs());
    this.batch = new BenchBatch(config.data(), named.words(), config.seed()).of(pictures);
  }

  /** The device in words. */
  public String device() {
    return device.description();
  }

  /** Items of the batch: pictures and captions. */
  public int items() {
    return batch.rows();
  }

  /** Numbers that are trained. */
  public long parameters() {
    return model.parameters().stream()
        .filter(p -> p.isTrained())
        .mapToLong(p -> p.value().size())
        .sum();
  }

  /** Makes {@code steps} steps. */
  public Round round(int steps) {
    PhaseClock clock = new PhaseClock();
    TrainStep step = new TrainStep(pack, model, optimizer, losses, clock);
    double loss = Double.NaN;
    for (int i = 0; i < steps; i++) {
      clock.start();
      StepResult result = step.run(batch, 1, 1);
      clock.end();
      if (i == 0) {
        loss = result.values().get(MetricKey.TOTAL_LOSS);
      }
    }
    return new Round(loss, steps, clock.seconds(0), clock.seconds(1), clock.seconds(2));
  }

  /**
   * Writes weights and batch as safetensors, float32 all of it, for another program to make the
   * same step.
   */
  public void export(Path weights, Path batchFile) throws IOException {
    write(weights, model.state());
    try (NDManager scope = pack.manager().newSubManager()) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      ModelInput input = new DeviceBatch(scope).of(batch);
      input.pixels().forEach((modality, pixels) -> arrays.put("pixels." + modality.word(), pixels));
      put(arrays, "captions", ModelInput.Padded.of(scope, batch.captions()));
      put(
          arrays,
          "groups",
          ModelInput.Padded.of(
              scope, batch.queries().fused().stream().map(QueryGroup::rows).toList()));
      arrays.put("labels", floats(scope, batch.labels()));
      write(batchFile, arrays);
    }
  }

  private static void put(Map<String, NDArray> arrays, String name, ModelInput.Padded rows) {
    arrays.put(name, rows.values_BxT().toType(ai.djl.ndarray.types.DataType.FLOAT32, true));
    arrays.put(name + ".present", rows.present_BxT());
  }

  private static NDArray floats(NDManager scope, List<Integer> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return scope.create(floats);
  }

  private static void write(Path file, Map<String, NDArray> arrays) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      new SafetensorsWriter().write(out, arrays, Map.of("format", "pt"));
    }
  }

  @Override
  public void close() {
    optimizer.close();
    model.close();
    pack.close();
  }

  /** Adds up the time of each phase; on a GPU it waits for the work of a phase to be done. */
  private final class PhaseClock implements StepPhases {
    private final long[] nanos = new long[CLOCK_READINGS - 1];
    private final long[] readings = new long[CLOCK_READINGS];

    void start() {
      readings[0] = System.nanoTime();
    }

    @Override
    public void forwardDone(NDArray total) {
      readings[1] = now(total);
    }

    @Override
    public void backwardDone(NDArray total) {
      readings[2] = now(total);
    }

    void end() {
      readings[3] = System.nanoTime();
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] += readings[i + 1] - readings[i];
      }
    }

    double seconds(int phase) {
      return nanos[phase] / NANOS;
    }

    private long now(NDArray pending) {
      if (device.device().isGpu()) {
        pending.toFloatArray();
      }
      return System.nanoTime();
    }
  }
}
