package reidstudio.engine.device;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The environment as native libraries of this process read it. Java's own is a copy from before
 * {@code main}.
 */
final class NativeEnvironment {
  private static final int KEEP_WHAT_IS_SET = 0;

  private final NativeLibrary c;

  /**
   * @throws UnsatisfiedLinkError where there is no library of this name, as on Windows
   */
  NativeEnvironment() {
    this.c = NativeLibrary.getInstance("c");
  }

  boolean has(String name) {
    return c.getFunction("getenv").invokePointer(new Object[] {name}) != null;
  }

  /** Sets {@code name} unless somebody has. */
  void offer(String name, String value) {
    int refused = c.getFunction("setenv").invokeInt(new Object[] {name, value, KEEP_WHAT_IS_SET});
    if (refused != 0) {
      throw new IllegalArgumentException("setenv " + name + ": error " + Native.getLastError());
    }
  }
}
