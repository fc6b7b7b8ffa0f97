package reidstudio.tensor.weights;

import java.util.Optional;

/**
 * What a pickle of weights may name. In Python such a name can be any function, which makes a
 * pickle a program; here it is one of these words, and nothing is ever looked up by name.
 */
sealed interface TorchGlobal {
  /** Class of a storage, which says its type. */
  record StorageClass(ElementType type) implements TorchGlobal {}

  /** Class of a module in TorchScript. */
  record ScriptClass(String name) implements TorchGlobal {}

  /** A function that builds plain data. */
  enum Function implements TorchGlobal {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER,
    /** Typed lists of TorchScript: the list itself. */
    BUILD_LIST,
    /** Typed containers of TorchScript: the container itself. */
    RESTORE_TYPE_TAG
  }

  /** Empty for a name that is not allowed. */
  static Optional<TorchGlobal> find(String module, String name) {
    if (module.equals("__torch__") || module.startsWith("__torch__.")) {
      return Optional.of(new ScriptClass(module + "." + name));
    }
    return Optional.ofNullable(
        switch (module + " " + name) {
          case "collections OrderedDict" -> Function.ORDERED_DICT;
          case "torch._utils _rebuild_tensor_v2" -> Function.REBUILD_TENSOR;
          case "torch._utils _rebuild_parameter" -> Function.REBUILD_PARAMETER;
          case "torch.jit._pickle build_intlist",
              "torch.jit._pickle build_tensorlist",
              "torch.jit._pickle build_doublelist",
              "torch.jit._pickle build_boollist" ->
              Function.BUILD_LIST;
          case "torch.jit._pickle restore_type_tag" -> Function.RESTORE_TYPE_TAG;
          case "torch DoubleStorage" -> new StorageClass(ElementType.F64);
          case "torch FloatStorage" -> new StorageClass(ElementType.F32);
          case "torch HalfStorage" -> new StorageClass(ElementType.F16);
          case "torch BFloat16Storage" -> new StorageClass(ElementType.BF16);
          case "torch LongStorage" -> new StorageClass(ElementType.I64);
          case "torch IntStorage" -> new StorageClass(ElementType.I32);
          case "torch ShortStorage" -> new StorageClass(ElementType.I16);
          case "torch CharStorage" -> new StorageClass(ElementType.I8);
          case "torch ByteStorage" -> new StorageClass(ElementType.U8);
          case "torch BoolStorage" -> new StorageClass(ElementType.BOOL);
          case "torch ComplexFloatStorage" -> new StorageClass(ElementType.C64);
          default -> null;
        });
  }
}
