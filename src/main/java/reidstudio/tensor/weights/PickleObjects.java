package reidstudio.tensor.weights;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the objects that a pickle of PyTorch asks for. */
final class PickleObjects {
  private final WeightFault fault;

  PickleObjects(WeightFault fault) {
    this.fault = fault;
  }

  /**
   * What stands for a name in the pickle.
   *
   * @throws IOException for a name that weights do not need, whatever it may be
   */
  TorchGlobal global(String module, String name) throws IOException {
    return TorchGlobal.find(module, name)
        .orElseThrow(
            () ->
                fault.unsafe(
                    "its data.pkl asks for '%s.%s', which is not on the list of things that weights"
                            .formatted(module, name)
                        + " need"));
  }

  /** ('storage', class, key, device, number of elements) to the storage. */
  TorchStorage storage(Object id) throws IOException {
    if (id instanceof PickleTuple tuple
        && tuple.has(0, String.class)
        && tuple.get(0, String.class).equals("storage")
        && tuple.has(1, TorchGlobal.StorageClass.class)
        && tuple.has(2, String.class)
        && tuple.has(4, Long.class)
        && tuple.get(4, Long.class) >= 0) {
      return new TorchStorage(
          tuple.get(1, TorchGlobal.StorageClass.class).type(),
          tuple.get(2, String.class),
          tuple.get(4, Long.class));
    }
    throw fault.damaged("its data.pkl describes a storage in an unknown way");
  }

  /** The result of calling {@code callable}. */
  Object reduce(Object callable, Object arguments) throws IOException {
    if (callable instanceof TorchGlobal.Function function
        && arguments instanceof PickleTuple tuple) {
      return switch (function) {
        case ORDERED_DICT -> orderedDict(tuple);
        case REBUILD_TENSOR -> tensor(tuple);
        case REBUILD_PARAMETER, BUILD_LIST, RESTORE_TYPE_TAG -> first(tuple);
      };
    }
    throw fault.damaged("its data.pkl calls what is no function");
  }

  private Map<Object, Object> orderedDict(PickleTuple arguments) throws IOException {
    if (!arguments.items().isEmpty()) {
      throw fault.refused(
          "its data.pkl makes a dictionary as Python 2 did. Save model.state_dict() again with"
              + " Python 3");
    }
    return new LinkedHashMap<>();
  }

  private Object first(PickleTuple arguments) throws IOException {
    if (arguments.items().isEmpty()) {
      throw fault.damaged("its data.pkl makes an object of nothing");
    }
    return arguments.items().get(0);
  }

  /** (storage, offset, shape, strides, requires_grad, hooks) to the tensor. */
  private TorchTensor tensor(PickleTuple arguments) throws IOException {
    if (arguments.has(0, TorchStorage.class) && arguments.has(1, Long.class)) {
      TorchStorage storage = arguments.get(0, TorchStorage.class);
      long offset = arguments.get(1, Long.class);
      long[] shape = naturals(arguments, 2);
      long[] strides = naturals(arguments, 3);
      if (offset >= 0 && shape.length == strides.length) {
        return new TorchTensor(storage, offset, shape, strides);
      }
    }
    throw fault.damaged("its data.pkl describes a tensor in an unknown way");
  }

  private long[] naturals(PickleTuple arguments, int index) throws IOException {
    if (arguments.has(index, PickleTuple.class)) {
      PickleTuple numbers = arguments.get(index, PickleTuple.class);
      long[] values =
          numbers.items().stream().mapToLong(v -> v instanceof Long number ? number : -1).toArray();
      if (Arrays.stream(values).allMatch(v -> v >= 0)) {
        return values;
      }
    }
    throw fault.damaged("its data.pkl gives a tensor a shape that is none");
  }

  /** An empty module. */
  ScriptObject newObject(Object type, Object arguments) throws IOException {
    if (type instanceof TorchGlobal.ScriptClass
        && arguments instanceof PickleTuple tuple
        && tuple.items().isEmpty()) {
      return new ScriptObject();
    }
    throw fault.damaged("its data.pkl makes an object of what is no class");
  }

  /** Gives {@code object} its state. */
  void build(Object object, Object state) throws IOException {
    if (object instanceof ScriptObject module) {
      // A class of C++ may have any state; one of a module is its attributes.
      module.setState(state instanceof Map<?, ?> attributes ? attributes : Map.of());
    } else if (!(object instanceof Map<?, ?>)) {
      throw fault.damaged("its data.pkl gives a state to what has none");
    }
    // torch.save adds versions of the modules to the state dict; they are no weights.
  }
}
