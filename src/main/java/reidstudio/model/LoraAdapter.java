package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * The update B A of one linear map for one modality (Hu et al. 2022). B starts at 0, so that the
 * first forward pass is that of the map alone.
 *
 * @param down A [rank, in]
 * @param up B [out, rank]
 */
record LoraAdapter(NDArray down, NDArray up) {
  /** In the names of adapters and of nothing else. */
  static final String MARK = ".lora_";

  static LoraAdapter of(ParameterFactory make, String name, int rank, int in, int out) {
    // Kaiming-uniform with a = sqrt(5) has the bound 1 / sqrt(in)
    return new LoraAdapter(
        make.uniform(name + MARK + "A", Role.ADAPTER, Math.pow(in, -0.5), rank, in),
        make.constant(name + MARK + "B", Role.ADAPTER, 0, out, rank));
  }

  List<NDArray> arrays() {
    return List.of(down, up);
  }
}
