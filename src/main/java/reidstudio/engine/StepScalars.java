package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.event.MetricKey;

/** Collects the device scalars of a step, so that the device is read once. */
final class StepScalars {
  private final List<MetricKey> keys = new ArrayList<>();
  private final NDList arrays = new NDList();

  StepScalars add(MetricKey key, NDArray scalar) {
    keys.add(key);
    arrays.add(scalar.reshape(new Shape()).toType(DataType.FLOAT32, false));
    return this;
  }

  /** Waits for the device and returns all values in the order in which they were added. */
  Map<MetricKey, Double> read() {
    float[] values = NDArrays.stack(arrays).toFloatArray();
    Map<MetricKey, Double> read = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      read.put(keys.get(i), (double) values[i]);
    }
    return read;
  }
}
