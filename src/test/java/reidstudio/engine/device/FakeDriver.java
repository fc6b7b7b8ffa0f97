package reidstudio.engine.device;

import com.sun.jna.Memory;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers as {@code libcuda} does. */
final class FakeDriver implements DriverCalls {
  private final int version;
  private final List<Gpu> gpus;
  private final int initResult;

  /** Keeps the text alive, as the driver does. */
  private final Memory text = new Memory(64);

  FakeDriver(int version, List<Gpu> gpus) {
    this(version, gpus, 0);
  }

  private FakeDriver(int version, List<Gpu> gpus, int initResult) {
    this.version = version;
    this.gpus = gpus;
    this.initResult = initResult;
  }

  /** A driver whose {@code cuInit} fails. */
  static FakeDriver broken(int result) {
    return new FakeDriver(0, List.of(), result);
  }

  @Override
  public int call(String function, Object... arguments) {
    switch (function) {
      case "cuInit" -> {
        return initResult;
      }
      case "cuDriverGetVersion" -> ((int[]) arguments[0])[0] = version;
      case "cuDeviceGetCount" -> ((int[]) arguments[0])[0] = gpus.size();
      // a handle is not its place in the list
      case "cuDeviceGet" -> ((int[]) arguments[0])[0] = 40 + (int) arguments[1];
      case "cuDeviceGetName" -> {
        byte[] name = gpu(arguments[2]).name().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, (byte[]) arguments[0], 0, name.length);
      }
      case "cuDeviceTotalMem_v2" -> ((long[]) arguments[0])[0] = gpu(arguments[1]).memory();
      case "cuDeviceGetAttribute" ->
          ((int[]) arguments[0])[0] =
              (int) arguments[1] == 75 ? gpu(arguments[2]).major() : gpu(arguments[2]).minor();
      case "cuGetErrorString" -> {
        text.setString(0, "unknown error");
        ((PointerByReference) arguments[1]).setValue(text);
      }
      default -> throw new UnsatisfiedLinkError(function);
    }
    return 0;
  }

  private Gpu gpu(Object device) {
    return gpus.get((int) device - 40);
  }
}
