package reidstudio.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps every other writer away from a run while it is written, in this process or another; the
 * system lets go of it when the process ends, however it does.
 *
 * <p>The lock is on a file of its own that nobody reads: on POSIX systems closing any channel on a
 * locked file gives up the lock. The file stays when the lock is gone, because removing it would
 * let two others lock two files of the same name.
 */
final class RunLock implements Closeable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks the run.
   *
   * @throws IOException with a sentence for the user if somebody else has it
   */
  static RunLock take(RunFolder folder) throws IOException {
    FileChannel channel = open(folder);
    try {
      // The owner tells where a file system has no locks.
      if (isFree(channel) && !new RunOwner(folder.owner()).isOther()) {
        return new RunLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // then this process has it
    }
    channel.close();
    throw new IOException(
        "The run " + folder.run() + " is being written; wait until it has ended.");
  }

  private static FileChannel open(RunFolder folder) throws IOException {
    try {
      return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(
          "The run folder %s cannot be written (%s).".formatted(folder.path(), IoReason.of(e)), e);
    }
  }

  /** A file system without locks refuses none. */
  private static boolean isFree(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
