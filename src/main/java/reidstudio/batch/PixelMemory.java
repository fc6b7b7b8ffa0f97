package reidstudio.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Blocks of batches that nobody reads any more, for the next ones. A batch of large pictures takes
 * tens of megabytes: new memory for each would have to be got from the machine and cleared, to be
 * written in full right after, and is given back only when Java's collector happens to run. Safe
 * for many threads.
 */
final class PixelMemory {
  /** Floats kept at most; 256 MiB. */
  private static final long MOST = 64L << 20;

  private final Deque<PixelBlock> kept = new ArrayDeque<>();
  private long floats;

  /** A block of just this length, with whatever is in it. */
  synchronized PixelBlock take(int length) {
    for (Iterator<PixelBlock> blocks = kept.descendingIterator(); blocks.hasNext(); ) {
      PixelBlock block = blocks.next();
      if (block.length() == length) {
        blocks.remove();
        floats -= length;
        return block;
      }
    }
    return new PixelBlock(length);
  }

  /** Keeps a block that nobody reads any more, and lets go of those that nobody wanted. */
  synchronized void giveBack(PixelBlock block) {
    kept.addLast(block);
    floats += block.length();
    while (floats > MOST) {
      floats -= kept.removeFirst().length();
    }
  }
}
