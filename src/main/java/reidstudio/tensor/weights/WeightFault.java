package reidstudio.tensor.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Says what is wrong with a weight file, where, and what to do; one sentence of each. */
record WeightFault(Path file) {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** The bytes are not what the format says. */
  IOException damaged(String what) {
    return damaged(what, null);
  }

  IOException damaged(String what, Throwable cause) {
    return because(what + ". The file is damaged: copy or download it again", cause);
  }

  /** The file may be sound, but holds something that this program does not take. */
  IOException refused(String what) {
    return because(what, null);
  }

  /** The pickle asks for more than arrays. */
  IOException unsafe(String what) {
    return because(
        what
            + ". Nothing of it was run. Use a file with weights alone, best as safetensors, or save"
            + " model.state_dict() again where you trust it",
        null);
  }

  /**
   * The number of elements of an array that is to be read.
   *
   * @throws IOException if it is too large for a Java array, or holds no weights
   */
  int countOf(String name, WeightFile.Entry entry) throws IOException {
    int size = countOfNumbers(name, entry);
    if (isWhole(entry.type()) && size > 1) {
      throw noWeights(name, entry);
    }
    return size;
  }

  /** As {@link #countOf}, with whole numbers. */
  int countOfNumbers(String name, WeightFile.Entry entry) throws IOException {
    long size = entry.size();
    if (size > LARGEST_ARRAY) {
      throw refused("'" + name + "' has " + size + " elements, more than one array can hold");
    }
    if (!entry.type().isReadable()) {
      throw noWeights(name, entry);
    }
    return (int) size;
  }

  private static boolean isWhole(ElementType type) {
    return type == ElementType.I64 || type == ElementType.I32;
  }

  private IOException noWeights(String name, WeightFile.Entry entry) {
    return refused(
        "'"
            + name
            + "' is of type "
            + entry
            + " and cannot be weights. Weights are F32, F16, BF16 or F64");
  }

  /** {@code part} of the file could not be read, because of what it holds or of the disk. */
  IOException unreadable(String part, IOException cause) {
    if (cause instanceof EOFException) {
      return damaged(part + " breaks off", cause);
    }
    if (cause instanceof ZipException) {
      return damaged(part + " cannot be read (" + cause.getMessage() + ")", cause);
    }
    return because("the disk does not give " + part + " (" + cause.getMessage() + ")", cause);
  }

  /** With {@code cause} for the log. */
  IOException because(String what, Throwable cause) {
    return new IOException("Weights cannot be read from " + file + ": " + what + ".", cause);
  }
}
