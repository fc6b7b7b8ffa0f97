package reidstudio.tensor.weights;

/**
 * A view of a storage: element [i, j, ...] lies at {@code offset + i * strides[0] + j * strides[1]
 * + ...}.
 *
 * @param offset the first element's place in the storage
 * @param strides elements between neighbours, for each length of {@code shape}
 */
record TorchTensor(TorchStorage storage, long offset, long[] shape, long[] strides) {
  /**
   * Elements of the storage from the first to the last one of this view.
   *
   * @throws ArithmeticException if that is beyond all numbers
   */
  long span() {
    long last = 0;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == 0) {
        return 0;
      }
      last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
    }
    return last + 1;
  }

  /** Whether the elements lie in row-major order without gaps. */
  boolean isContiguous() {
    long expected = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] != 1 && strides[i] != expected) {
        return false;
      }
      expected *= shape[i];
    }
    return true;
  }

  /**
   * The elements in row-major order.
   *
   * @param from the span's elements
   * @param count the number of elements of this view
   */
  float[] gathered(float[] from, int count) {
    float[] values = new float[count];
    long[] index = new long[shape.length];
    int at = 0;
    for (int i = 0; i < count; i++) {
      values[i] = from[at];
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        at += (int) strides[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        at -= (int) (index[axis] * strides[axis]);
        index[axis] = 0;
      }
    }
    return values;
  }

  WeightFile.Entry entry() {
    return new WeightFile.Entry(storage.type(), shape);
  }
}
