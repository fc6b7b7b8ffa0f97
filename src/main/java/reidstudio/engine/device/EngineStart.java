package reidstudio.engine.device;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Utils;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.ComputeConfig;
import reidstudio.tensor.OperatorPack;

/** Brings PyTorch up on a device, or says what is missing. */
public final class EngineStart {
  private static final Logger LOG = LoggerFactory.getLogger(EngineStart.class);

  private final Function<Device, OperatorPack> loader;
  private final Consumer<OperatorPack> trial;

  /** PyTorch as this machine has it. */
  public EngineStart() {
    this(OperatorPack::load, EngineStart::add);
  }

  /** PyTorch as {@code loader} brings it up, on a GPU if it passes {@code trial}. */
  EngineStart(Function<Device, OperatorPack> loader, Consumer<OperatorPack> trial) {
    this.loader = loader;
    this.trial = trial;
  }

  /**
   * Downloads PyTorch if this machine gets it so and does not have it yet.
   *
   * @param cancelled asked from time to time
   * @param said hears how far it is, some twenty times
   * @throws IOException with one sentence; what has come is kept
   * @throws java.util.concurrent.CancellationException if {@code cancelled}
   */
  public void fetch(BooleanSupplier cancelled, Consumer<String> said) throws IOException {
    TorchBuild build = TorchBuild.ofThisMachine(CudaDriver::ask);
    if (!build.isMissing()) {
      return;
    }
    try {
      new TorchDownload(Utils::getEnvOrSystemProperty)
          .fetch(
              build.placeOnSite(),
              build.folder(),
              new DownloadReport(build.description(), cancelled, said));
    } catch (FileNotFoundException e) {
      LOG.warn("DJL may know better where {} is", build, e);
    } catch (IOException e) {
      LOG.error("{} cannot be downloaded", build, e);
      throw new IOException(
          ("%s cannot be downloaded (%s). What has come is kept, and the next start goes on from"
                  + " there. Or name a libtorch 2.7.1 that you have in PYTORCH_LIBRARY_PATH, or build"
                  + " the program with -P cpu-linux or -P cpu-windows, and it trains on the CPU.")
              .formatted(build.description(), innermost(e)),
          e);
    }
  }

  /**
   * The operators on {@code device}; the caller closes them.
   *
   * @throws IllegalStateException with one sentence if PyTorch's native library cannot be used
   */
  public OperatorPack load(DeviceProbe.Found device, ComputeConfig compute) {
    new NativeAllocator().prepare();
    new ThreadWaiting().shorten();
    if (device.device().isGpu() && compute.tf32()) {
      new TensorFloat32().allow();
    }
    device.remark().ifPresent(LOG::warn);
    try {
      fetch(() -> false, LOG::info);
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    try {
      TorchBuild build = TorchBuild.ofThisMachine(CudaDriver::ask);
      LOG.info("PyTorch: {}", build);
      build.choose();
      return tried(device, loader.apply(device.device()));
    } catch (EngineException | LinkageError | IllegalStateException | IllegalArgumentException e) {
      // The last two are DJL's answer to a download that fails and to a library of another version.
      LOG.error("PyTorch cannot be loaded for {}", device.description(), e);
      throw new IllegalStateException(sentence(device, e), e);
    }
  }

  /** The library may load and yet know no code for this card. */
  private OperatorPack tried(DeviceProbe.Found device, OperatorPack pack) {
    if (device.device().isGpu()) {
      try {
        trial.accept(pack);
      } catch (RuntimeException e) {
        pack.close();
        throw e;
      }
    }
    return pack;
  }

  /** The least that a device can do. */
  static void add(OperatorPack pack) {
    try (NDManager scope = pack.manager().newSubManager()) {
      scope.ones(new Shape(1)).add(1).toFloatArray();
    }
  }

  private static String sentence(DeviceProbe.Found device, Throwable e) {
    String reason = innermost(e);
    if (device.device().isGpu()) {
      return ("PyTorch for %s cannot be loaded (%s). The library for CUDA 12.8 is downloaded once at"
              + " the first start, or taken from a libtorch 2.7.1 that PYTORCH_LIBRARY_PATH names;"
              + " the NVIDIA driver must be one for CUDA 12. To train without it, start the program"
              + " with -P cpu-linux or -P cpu-windows and choose the device cpu.")
          .formatted(device.description(), reason);
    }
    return ("PyTorch for the CPU cannot be loaded (%s). Build with -P cpu-linux or -P cpu-windows, so"
            + " that it comes with the program, or connect to the internet for its download.")
        .formatted(reason);
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return cause.getClass().getSimpleName() + message.lines().findFirst().orElse("");
  }
}
