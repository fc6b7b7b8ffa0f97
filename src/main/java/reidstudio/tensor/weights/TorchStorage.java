package reidstudio.tensor.weights;

/**
 * A block of numbers in an archive of PyTorch, which tensors are views of.
 *
 * @param key the name of its entry under {@code data/}
 * @param size the number of elements
 */
record TorchStorage(ElementType type, String key, long size) {}
