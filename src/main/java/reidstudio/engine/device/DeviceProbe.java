package reidstudio.engine.device;

import ai.djl.Device;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import oshi.SystemInfo;

/** Finds the device that a configuration means. */
public final class DeviceProbe {
  private final Supplier<CudaDriver> driver;
  private final Supplier<TorchBuild> torch;

  /**
   * A device and what a person calls it.
   *
   * @param device for DJL
   * @param description name and memory
   * @param remark why it is not the GPU that this machine has, and what to do
   */
  public record Found(Device device, String description, Optional<String> remark) {}

  /**
   * Why a GPU cannot be used.
   *
   * @param why half a sentence
   * @param cure what to do, half a sentence
   */
  private record Obstacle(String why, String cure) {}

  /** Looks at this machine. */
  public DeviceProbe() {
    this(CudaDriver::ask, () -> TorchBuild.ofThisMachine(CudaDriver::ask));
  }

  /** Looks at {@code driver} and at what PyTorch would be loaded, when it has to. */
  DeviceProbe(Supplier<CudaDriver> driver, Supplier<TorchBuild> torch) {
    this.driver = driver;
    this.torch = torch;
  }

  /**
   * Resolves {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
   *
   * @throws IllegalArgumentException with one sentence if the GPU asked for is not there, or cannot
   *     be used
   */
  public Found find(String wanted) {
    if (wanted.equals("cpu")) {
      return cpu(Optional.empty());
    }
    CudaDriver found = driver.get();
    return wanted.equals("auto") ? auto(found) : asked(found, wanted);
  }

  /** The first GPU that can be used, else the CPU. */
  private Found auto(CudaDriver found) {
    int gpus = found.gpus().size();
    for (int index = 0; index < gpus; index++) {
      if (obstacle(found, index).isEmpty()) {
        return gpu(found, index);
      }
    }
    if (gpus == 0 && found.trouble().isEmpty()) {
      return cpu(Optional.empty());
    }
    String name = gpus == 0 ? "The GPU" : found.gpus().get(0).name();
    return cpu(
        obstacle(found, 0).map(o -> "%s is not used: %s; %s.".formatted(name, o.why(), o.cure())));
  }

  private Found asked(CudaDriver found, String wanted) {
    int index = wanted.contains(":") ? Integer.parseInt(wanted.substring(5)) : 0;
    Optional<Obstacle> obstacle = obstacle(found, index);
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException(
          "Device %s was asked for, but %s; use --device cpu, or %s."
              .formatted(wanted, obstacle.get().why(), obstacle.get().cure()));
    }
    return gpu(found, index);
  }

  private Optional<Obstacle> obstacle(CudaDriver found, int index) {
    if (found.trouble().isPresent()) {
      return Optional.of(trouble(found.trouble().get()));
    }
    if (index >= found.gpus().size()) {
      return Optional.of(missing(found.gpus().size()));
    }
    if (found.isTooOld()) {
      return Optional.of(tooOld(found));
    }
    Gpu gpu = found.gpus().get(index);
    TorchBuild build = torch.get();
    if (build.runsOn(gpu)) {
      return Optional.empty();
    }
    return Optional.of(build.lacksCodeFor(gpu) ? tooOld(gpu) : forCpu(build.origin()));
  }

  private static Obstacle trouble(String answer) {
    return new Obstacle(
        "the NVIDIA driver answers with " + answer,
        "restart the machine and see whether nvidia-smi lists the GPU");
  }

  private static Obstacle missing(int gpus) {
    return gpus == 0
        ? new Obstacle("this machine has no CUDA device", "install the NVIDIA driver")
        : new Obstacle("this machine has no more than cuda:" + (gpus - 1), "one that is there");
  }

  private static Obstacle tooOld(CudaDriver found) {
    return new Obstacle(
        "the NVIDIA driver is one for CUDA " + found.cudaVersion() + " and PyTorch needs CUDA 12",
        "update the driver");
  }

  private static Obstacle tooOld(Gpu gpu) {
    return new Obstacle(
        "its compute capability is %s and PyTorch for CUDA 12.8 needs 7.5"
            .formatted(gpu.capability()),
        "name a PyTorch 2.7.1 for CUDA 12.6 in PYTORCH_LIBRARY_PATH");
  }

  private static Obstacle forCpu(TorchBuild.Origin origin) {
    return switch (origin) {
      case BUNDLED ->
          new Obstacle(
              "this build of the program brings PyTorch for the CPU",
              "build it with -P '!cpu-linux' or -P '!cpu-windows'");
      case NAMED ->
          new Obstacle(
              "PYTORCH_LIBRARY_PATH names a PyTorch for the CPU", "name one for CUDA 12, or none");
      case DOWNLOADED ->
          new Obstacle("PYTORCH_FLAVOR asks for PyTorch for the CPU", "remove that setting");
    };
  }

  private static Found gpu(CudaDriver found, int index) {
    return new Found(
        Device.gpu(index),
        "CUDA device " + index + ", " + found.gpus().get(index).description(),
        Optional.empty());
  }

  private static Found cpu(Optional<String> remark) {
    String name =
        new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName().strip();
    return new Found(
        Device.cpu(),
        String.format(
            Locale.ROOT, "CPU, %s, %d threads", name, Runtime.getRuntime().availableProcessors()),
        remark);
  }
}
