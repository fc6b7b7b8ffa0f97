package reidstudio.tensor.weights;

import java.util.List;

/** A tuple in a pickle; unlike a list it does not grow. */
record PickleTuple(List<Object> items) {
  /** Whether it has {@code index} and an element of {@code type} there. */
  <T> boolean has(int index, Class<T> type) {
    return index < items.size() && type.isInstance(items.get(index));
  }

  /** The element at {@code index}, which is one of {@code type}. */
  <T> T get(int index, Class<T> type) {
    return type.cast(items.get(index));
  }
}
