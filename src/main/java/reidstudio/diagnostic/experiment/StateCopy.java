package reidstudio.diagnostic.experiment;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reidstudio.diagnostic.Subject;
import reidstudio.tensor.OperatorPack;

/**
 * A copy of every array that training changes: parameters, running statistics, moments, counters.
 * It lies in the computer's own memory, so that a GPU that is just large enough for the run is
 * large enough for an experiment. What else changes in training is the run's position, which an
 * experiment never touches.
 *
 * <p>Native memory: as much as the state, until {@link #close}.
 */
final class StateCopy implements AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;

  private final OperatorPack pack;
  private final Map<String, NDArray> live;
  private final NDManager manager;
  private final Map<String, NDArray> copies = new LinkedHashMap<>();
  private final Map<String, byte[]> digests = new LinkedHashMap<>();

  /**
   * Copies {@code live}.
   *
   * @throws IllegalStateException with one sentence if memory does not suffice
   */
  StateCopy(OperatorPack pack, Map<String, NDArray> live) {
    this.pack = pack;
    this.live = live;
    this.manager = pack.manager().newSubManager(Device.cpu());
    try {
      live.forEach(this::copy);
    } catch (EngineException | OutOfMemoryError e) {
      manager.close();
      throw new IllegalStateException(
          "The state of "
              + live.values().stream().mapToLong(StateCopy::bytes).sum() / MEBIBYTE
              + " MiB cannot be copied, so nothing was tried; end other programs and ask again.",
          e);
    }
  }

  /**
   * Lets {@code trial} train {@code subject}'s model for real and puts everything back, however the
   * trial ends.
   *
   * @throws StateNotRestoredException if an array is not bit for bit what it was; this goes before
   *     whatever the trial itself threw
   */
  static <T> T keep(Subject subject, Function<StateCopy, T> trial) {
    try (StateCopy copy = new StateCopy(subject.pack(), subject.state().get())) {
      try {
        return trial.apply(copy);
      } finally {
        copy.restore();
        subject.optimizer().zeroGradients();
      }
    }
  }

  private void copy(String name, NDArray array) {
    NDArray copy =
        array.getDevice().isGpu() ? array.toDevice(Device.cpu(), true) : array.duplicate();
    copy.attach(manager);
    copies.put(name, copy);
    digests.put(name, digest(array));
  }

  /** Root of the summed squares by which the array {@code name} has moved since the copy. */
  double moved(String name) {
    float[] before = copies.get(name).toFloatArray();
    float[] now = live.get(name).toFloatArray();
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      double difference = now[i] - (double) before[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** Every array is tried: one that cannot be put back must not keep the others changed. */
  private void restore() {
    List<String> lost = new ArrayList<>();
    RuntimeException failure = null;
    for (Map.Entry<String, NDArray> each : live.entrySet()) {
      try {
        pack.run("assign", each.getValue(), copies.get(each.getKey()));
        if (!Arrays.equals(digest(each.getValue()), digests.get(each.getKey()))) {
          lost.add(each.getKey());
        }
      } catch (RuntimeException e) {
        failure = e;
        lost.add(each.getKey());
      }
    }
    if (!lost.isEmpty()) {
      throw new StateNotRestoredException(lost, live.size(), failure);
    }
  }

  /** SHA-256 of the numbers as they lie in memory. */
  private static byte[] digest(NDArray array) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(array.toByteBuffer());
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long bytes(NDArray array) {
    return array.size() * array.getDataType().getNumOfBytes();
  }

  @Override
  public void close() {
    manager.close();
  }
}
