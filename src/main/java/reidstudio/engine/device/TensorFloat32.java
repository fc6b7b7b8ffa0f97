package reidstudio.engine.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets cuBLAS shorten the factors of float32 products to 10 bits of mantissa on Ampere and later.
 *
 * <p>PyTorch reads this from the environment when it is loaded, and DJL has no other way to it; so
 * it must be set before the first model and then holds until the program ends.
 */
final class TensorFloat32 {
  private static final Logger LOG = LoggerFactory.getLogger(TensorFloat32.class);
  private static final String VARIABLE = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";

  /** Sets the switch; where the system does not let us, products stay exact and the log says so. */
  void allow() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    try {
      if (windows) {
        call("ucrtbase", "_putenv_s", VARIABLE, "1");
      } else {
        call("c", "setenv", VARIABLE, "1", 1);
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.warn("TF32 cannot be switched on, products stay exact", e);
    }
  }

  private static void call(String library, String name, Object... arguments) {
    Function function = NativeLibrary.getInstance(library).getFunction(name);
    if (function.invokeInt(arguments) != 0) {
      LOG.warn("TF32 cannot be switched on, products stay exact: {} failed", name);
    }
  }
}
