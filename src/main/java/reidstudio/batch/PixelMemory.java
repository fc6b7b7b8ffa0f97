package reidstudio.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Arrays of batches that nobody reads any more, for the next ones. A batch of large pictures takes
 * tens of megabytes: new memory for each would have to be cleared by the machine, to be written in
 * full right after. Safe for many threads.
 */
final class PixelMemory {
  /** Floats kept at most; 256 MiB. */
  private static final long MOST = 64L << 20;

  private final Deque<float[]> kept = new ArrayDeque<>();
  private long floats;

  /** An array of just this length, with whatever is in it. */
  synchronized float[] take(int length) {
    for (Iterator<float[]> arrays = kept.descendingIterator(); arrays.hasNext(); ) {
      float[] array = arrays.next();
      if (array.length == length) {
        arrays.remove();
        floats -= length;
        return array;
      }
    }
    return new float[length];
  }

  /** Keeps an array that nobody reads any more, and lets go of those that nobody wanted. */
  synchronized void giveBack(float[] array) {
    kept.addLast(array);
    floats += array.length;
    while (floats > MOST) {
      floats -= kept.removeFirst().length;
    }
  }
}
