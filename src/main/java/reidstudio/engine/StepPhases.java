package reidstudio.engine;

import ai.djl.ndarray.NDArray;

/** Hears how a step moves on, for measuring. Called on the engine thread. */
interface StepPhases {
  /** Nobody listens. */
  StepPhases IGNORED =
      new StepPhases() {
        @Override
        public void forwardDone(NDArray total) {}

        @Override
        public void backwardDone(NDArray total) {}
      };

  /** The loss is computed, or on its way on a GPU; reading {@code total} waits for it. */
  void forwardDone(NDArray total);

  /** The gradients are computed, or on their way. */
  void backwardDone(NDArray total);
}
