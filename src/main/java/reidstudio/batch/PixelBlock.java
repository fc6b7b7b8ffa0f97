package reidstudio.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Pixels of the pictures of one modality in a batch, outside of Java's heap, where the engine can
 * read them: on the CPU its array is this memory and no copy. What is written here later shows in
 * the arrays that were made of it.
 */
public final class PixelBlock {
  private final ByteBuffer bytes;
  private final FloatBuffer floats;

  /** A block of {@code length} zeros. */
  public PixelBlock(int length) {
    this.bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES))
            .order(ByteOrder.nativeOrder());
    this.floats = bytes.asFloatBuffer();
  }

  /** A block with a copy of {@code values}. */
  public static PixelBlock of(float[] values) {
    PixelBlock block = new PixelBlock(values.length);
    block.floats.put(0, values);
    return block;
  }

  /** Number of floats. */
  public int length() {
    return floats.capacity();
  }

  /** The block's own floats, by absolute positions. */
  public FloatBuffer floats() {
    return floats;
  }

  /** The same floats up to {@code length}, and zeros beyond their end, in new memory. */
  PixelBlock resized(int length) {
    PixelBlock other = new PixelBlock(length);
    other.floats.put(0, floats, 0, Math.min(length, length()));
    return other;
  }

  /** The block as an array of {@code manager}; see above for what they share. */
  NDArray on(NDManager manager, Shape shape) {
    return manager.create(bytes, shape, DataType.FLOAT32);
  }
}
