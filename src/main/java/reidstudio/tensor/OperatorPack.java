package reidstudio.tensor;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls the TorchScript methods of {@code operators.torchscript}.
 *
 * <p>{@link #graph} keeps the autograd graph; {@link #run} does not and is for the optimizer. Both
 * throw {@link ai.djl.engine.EngineException} when PyTorch refuses the shapes.
 */
public final class OperatorPack implements AutoCloseable {
  private static final String METHOD = "module_method:";

  private final Model model;
  private final PtSymbolBlock block;
  private final NDManager manager;
  private final ParameterStore unused;

  private OperatorPack(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
    this.manager = model.getNDManager();
    this.unused = new ParameterStore(manager, false);
  }

  /**
   * Loads the pack for {@code device} and the PyTorch engine with it.
   *
   * @throws ai.djl.engine.EngineException if no native library can be loaded
   */
  public static OperatorPack load(Device device) {
    try {
      return load(device, TorchScriptArchive.of("operators.torchscript"));
    } catch (IOException e) {
      throw new IllegalStateException("the operator pack is part of the program", e);
    }
  }

  /** As {@link #load(Device)}, with the operators of {@code archive}. */
  static OperatorPack load(Device device, TorchScriptArchive archive) {
    // The JIT's own autodiff breaks mixed precision and spends seconds on its first calls.
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Model model = Model.newInstance("operators", device, "PyTorch");
    try {
      model.load(archive.open());
      return new OperatorPack(model);
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new IllegalStateException("the operator pack is part of the program", e);
    }
  }

  /** The manager that lives as long as this pack, on its device; parent of all others. */
  public NDManager manager() {
    return manager;
  }

  /**
   * Calls {@code method} so that gradients flow back through it.
   *
   * @param first the first argument; its manager owns the result
   * @param more further arguments, each an array or a list of arrays
   */
  public NDArray graph(String method, NDArray first, Object... more) {
    NDManager owner = first.getManager();
    NDList call = new NDList();
    // DJL takes the result's owner from the first argument, so the marker belongs to the same one.
    try (NDArray marker = owner.create(0)) {
      marker.setName(METHOD + method);
      call.add(marker);
      call.add(first);
      for (int i = 0; i < more.length; i++) {
        add(call, more[i], "list" + i + "[]");
      }
      return block.forward(unused, call, true).singletonOrThrow();
    } finally {
      call.forEach(argument -> argument.setName(null));
    }
  }

  /** Neighbouring inputs with the same name ending in [] reach the method as one list. */
  private static void add(NDList call, Object argument, String listName) {
    if (argument instanceof NDArray array) {
      call.add(array);
    } else if (argument instanceof List<?> arrays) {
      for (Object element : arrays) {
        NDArray array = (NDArray) element;
        array.setName(listName);
        call.add(array);
      }
    } else {
      throw new IllegalArgumentException("the pack takes no " + argument.getClass());
    }
  }

  /**
   * Calls {@code method} without a graph; lists of arrays, wrapped or not, arrays and doubles are
   * arguments.
   */
  public void run(String method, Object... arguments) {
    runValue(method, arguments).close();
  }

  /** As {@link #run}, for a method with one array as its result, owned by {@code owner}. */
  public NDArray compute(NDManager owner, String method, Object... arguments) {
    try (IValue result = runValue(method, arguments)) {
      return result.toTensor((PtNDManager) owner);
    }
  }

  private IValue runValue(String method, Object... arguments) {
    IValue[] values = new IValue[arguments.length];
    List<IValue> own = new ArrayList<>();
    try {
      for (int i = 0; i < arguments.length; i++) {
        values[i] = value(arguments[i], own);
      }
      return IValueUtils.runMethod(block, method, values);
    } finally {
      own.forEach(IValue::close);
    }
  }

  /** What is made here is noted in {@code own}. */
  private static IValue value(Object argument, List<IValue> own) {
    if (argument instanceof ArgumentList list) {
      return list.value();
    }
    IValue value;
    if (argument instanceof PtNDArray array) {
      value = IValue.from(array);
    } else if (argument instanceof Double number) {
      value = IValue.from(number);
    } else if (argument instanceof List<?> arrays) {
      value = IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
    } else {
      throw new IllegalArgumentException("the pack takes no " + argument.getClass());
    }
    own.add(value);
    return value;
  }

  @Override
  public void close() {
    model.close();
  }
}
