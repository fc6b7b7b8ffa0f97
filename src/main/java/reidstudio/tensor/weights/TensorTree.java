package reidstudio.tensor.weights;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names the tensors in what a pickle holds: the keys and attributes on the way to one, joined with
 * dots, as {@code state_dict()} does. Lists and tuples are left out; a state dict has none.
 */
final class TensorTree {
  private static final int DEEPEST = 64;
  private static final int LARGEST = 1 << 20;
  private static final int LONGEST_NAME = 1000;

  private final WeightFault fault;
  private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
  private int visited;

  private TensorTree(WeightFault fault) {
    this.fault = fault;
  }

  static Map<String, TorchTensor> named(Object root, WeightFault fault) throws IOException {
    TensorTree tree = new TensorTree(fault);
    tree.visit("", root, 0);
    return tree.tensors;
  }

  private void visit(String name, Object value, int depth) throws IOException {
    // A few remembered dictionaries inside each other can stand for more paths than any memory.
    if (++visited > LARGEST) {
      throw fault.damaged("its data.pkl has more than " + LARGEST + " values");
    }
    if (depth > DEEPEST) {
      throw fault.damaged("its data.pkl is nested deeper than " + DEEPEST + " levels");
    }
    if (value instanceof TorchTensor tensor) {
      if (tensors.put(name, tensor) != null) {
        throw fault.damaged("'" + name + "' is in it twice");
      }
    } else if (value instanceof ScriptObject module) {
      visitAll(name, module.state(), depth);
    } else if (value instanceof Map<?, ?> map) {
      visitAll(name, map, depth);
    }
  }

  private void visitAll(String name, Map<?, ?> map, int depth) throws IOException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      if (name.length() + key.length() > LONGEST_NAME) {
        throw fault.damaged("it has a name of more than " + LONGEST_NAME + " letters");
      }
      visit(name.isEmpty() ? key : name + "." + key, entry.getValue(), depth + 1);
    }
  }
}
