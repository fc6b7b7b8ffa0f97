package reidstudio.engine.device;

import com.sun.jna.NativeLibrary;

/** Calls functions of the NVIDIA driver's library by name. */
@FunctionalInterface
interface DriverCalls {
  /**
   * A {@code CUresult}; 0 is success.
   *
   * @throws UnsatisfiedLinkError if the driver is too old to know {@code function}
   */
  int call(String function, Object... arguments);

  /**
   * The driver that is installed: it brings this library itself, so no CUDA toolkit is needed.
   *
   * @throws UnsatisfiedLinkError if there is none
   */
  static DriverCalls ofInstalled() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    NativeLibrary library = NativeLibrary.getInstance(windows ? "nvcuda" : "libcuda.so.1");
    return (function, arguments) -> library.getFunction(function).invokeInt(arguments);
  }
}
