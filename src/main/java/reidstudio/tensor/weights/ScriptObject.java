package reidstudio.tensor.weights;

import java.util.Map;

/** A module of TorchScript in a pickle: its parameters, buffers, parts and other attributes. */
final class ScriptObject {
  private Map<?, ?> state = Map.of();

  Map<?, ?> state() {
    return state;
  }

  void setState(Map<?, ?> attributes) {
    this.state = attributes;
  }
}
