package reidstudio.engine.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the NVIDIA driver says of itself and its cards.
 *
 * <p>The driver is asked and not, as DJL does, the runtime of the CUDA toolkit: PyTorch brings that
 * runtime along, so most machines that can train on their card have no toolkit. Source: the CUDA
 * Driver API.
 *
 * @param version of CUDA that it can run, as 1000 x major + 10 x minor; 0 without a driver
 * @param gpus in CUDA's order; {@code CUDA_VISIBLE_DEVICES} hides some
 * @param trouble what a driver that cannot be used answers
 */
record CudaDriver(int version, List<Gpu> gpus, Optional<String> trouble) {
  private static final Logger LOG = LoggerFactory.getLogger(CudaDriver.class);
  private static final CudaDriver NONE = new CudaDriver(0, List.of(), Optional.empty());

  /** What the toolkit puts in place of a driver, for linkers. */
  private static final int STUB_LIBRARY = 34;

  private static final int NO_DEVICE = 100;

  /**
   * PyTorch for CUDA 12.8 runs on the drivers of all CUDA 12: NVIDIA's minor version compatibility.
   */
  private static final int NEEDED_BY_TORCH = 12_000;

  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;
  private static final int LONGEST_NAME = 256;

  CudaDriver {
    gpus = List.copyOf(gpus);
  }

  /** The driver of this machine. */
  static CudaDriver ask() {
    try {
      return ask(DriverCalls.ofInstalled());
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("no NVIDIA driver", e);
      return NONE;
    }
  }

  /** The driver behind {@code calls}. */
  static CudaDriver ask(DriverCalls calls) {
    int version = 0;
    try {
      int[] number = new int[1];
      check(calls.call("cuInit", 0));
      check(calls.call("cuDriverGetVersion", (Object) number));
      version = number[0];
      check(calls.call("cuDeviceGetCount", (Object) number));
      List<Gpu> gpus = new ArrayList<>();
      for (int index = 0, count = number[0]; index < count; index++) {
        gpus.add(gpu(calls, index));
      }
      return new CudaDriver(version, gpus, Optional.empty());
    } catch (Refused e) {
      if (e.result == NO_DEVICE || e.result == STUB_LIBRARY) {
        return NONE;
      }
      LOG.warn("the NVIDIA driver answers {}", e.result);
      return new CudaDriver(version, List.of(), Optional.of(words(calls, e.result)));
    }
  }

  /** Whether it is from before the CUDA that PyTorch needs. */
  boolean isTooOld() {
    return version < NEEDED_BY_TORCH;
  }

  /** Such as 12.8. */
  String cudaVersion() {
    return version / 1000 + "." + version % 1000 / 10;
  }

  private static Gpu gpu(DriverCalls calls, int index) throws Refused {
    int[] device = new int[1];
    check(calls.call("cuDeviceGet", device, index));
    byte[] name = new byte[LONGEST_NAME];
    check(calls.call("cuDeviceGetName", name, LONGEST_NAME, device[0]));
    long[] bytes = new long[1];
    check(calls.call("cuDeviceTotalMem_v2", bytes, device[0]));
    int[] major = new int[1];
    check(calls.call("cuDeviceGetAttribute", major, CAPABILITY_MAJOR, device[0]));
    int[] minor = new int[1];
    check(calls.call("cuDeviceGetAttribute", minor, CAPABILITY_MINOR, device[0]));
    return new Gpu(
        Native.toString(name, StandardCharsets.UTF_8.name()), bytes[0], major[0], minor[0]);
  }

  private static void check(int result) throws Refused {
    if (result != 0) {
      throw new Refused(result);
    }
  }

  private static String words(DriverCalls calls, int result) {
    PointerByReference text = new PointerByReference();
    calls.call("cuGetErrorString", result, text);
    Pointer words = text.getValue();
    return "error " + result + (words == null ? "" : ", " + words.getString(0));
  }

  /** A result other than success. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int result;

    private Refused(int result) {
      super("CUresult " + result);
      this.result = result;
    }
  }
}
