package reidstudio.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import reidstudio.config.Precision;

/**
 * What the layers of one transformer have in common.
 *
 * @param width of a token
 * @param heads attention heads
 * @param depth number of layers, for the first values of their output maps
 * @param causal whether a token sees only itself and the ones before it
 * @param precision of the products
 */
record LayerSpec(int width, int heads, int depth, boolean causal, Precision precision) {
  /** For the operators: [heads, causal, bf16, scale of adapters], float64 and always on the CPU. */
  NDArray options(NDManager manager, double adapterScale) {
    return manager
        .create(
            new double[] {heads, causal ? 1 : 0, precision == Precision.BF16 ? 1 : 0, adapterScale})
        .toDevice(Device.cpu(), false);
  }
}
