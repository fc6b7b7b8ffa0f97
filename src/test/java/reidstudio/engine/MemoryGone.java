package reidstudio.engine;

import ai.djl.engine.EngineException;

/**
 * What PyTorch says when memory ends. A test throws it where the loop tells of a step, on the
 * engine thread and within the loop, since no small batch can fill a device.
 */
final class MemoryGone {
  private MemoryGone() {}

  static EngineException onAGpu() {
    return new EngineException(
        "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB");
  }
}
