package reidstudio.engine.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.WString;
import java.io.File;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Windows looks for the libraries that a library needs. DJL loads PyTorch's for CUDA one by
 * one in no order, and cuDNN loads its own parts by name: without their folder on the path they do
 * not find each other.
 */
final class DllSearchPath {
  private static final Logger LOG = LoggerFactory.getLogger(DllSearchPath.class);
  private static final String PATH = "PATH";

  /** Puts {@code folder}, which need not exist yet, before all others, once. */
  void putFirst(Path folder) {
    NativeLibrary kernel = NativeLibrary.getInstance("kernel32");
    String before = read(kernel);
    String first = folder + File.pathSeparator;
    if (before.startsWith(first)) {
      return;
    }
    int done =
        kernel
            .getFunction("SetEnvironmentVariableW")
            .invokeInt(new Object[] {new WString(PATH), new WString(first + before)});
    if (done == 0) {
      LOG.warn("{} cannot be put on the path of libraries", folder);
    }
  }

  /** As native code reads it: Java's own copy is from before {@code main}. */
  private static String read(NativeLibrary kernel) {
    Function get = kernel.getFunction("GetEnvironmentVariableW");
    WString name = new WString(PATH);
    int room = get.invokeInt(new Object[] {name, null, 0});
    char[] text = new char[Math.max(room, 1)];
    int length = get.invokeInt(new Object[] {name, text, text.length});
    return new String(text, 0, Math.min(length, text.length));
  }
}
