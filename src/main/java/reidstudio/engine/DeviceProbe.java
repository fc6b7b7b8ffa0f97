package reidstudio.engine;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;

/** Finds the device that a configuration means. */
public final class DeviceProbe {
  private static final double GIBIBYTE = 1L << 30;

  /**
   * A device and what a person calls it.
   *
   * @param device for DJL
   * @param description name and memory
   */
  public record Found(Device device, String description) {}

  /**
   * Resolves {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
   *
   * @throws IllegalArgumentException if the GPU asked for is not there
   */
  public Found find(String wanted) {
    if (wanted.equals("cpu")) {
      return cpu();
    }
    int gpus = CudaUtils.getGpuCount();
    if (wanted.equals("auto")) {
      return gpus > 0 ? gpu(0) : cpu();
    }
    int index = wanted.contains(":") ? Integer.parseInt(wanted.substring(5)) : 0;
    if (index >= gpus) {
      throw new IllegalArgumentException(
          "Device "
              + wanted
              + " was asked for, but this machine has "
              + (gpus == 0 ? "no CUDA device" : gpus + " CUDA devices")
              + "; use --device cpu, or install the NVIDIA driver.");
    }
    return gpu(index);
  }

  private static Found gpu(int index) {
    Device device = Device.gpu(index);
    String memory =
        String.format(Locale.ROOT, "%.1f GiB", CudaUtils.getGpuMemory(device).getMax() / GIBIBYTE);
    return new Found(device, "CUDA device " + index + ", " + gpuName(index) + memory);
  }

  /** By the system's own list, which leaves out what is no NVIDIA card; empty if it has no name. */
  private static String gpuName(int index) {
    List<String> names =
        new SystemInfo()
            .getHardware().getGraphicsCards().stream()
                .filter(card -> card.getVendor().toLowerCase(Locale.ROOT).contains("nvidia"))
                .map(GraphicsCard::getName)
                .toList();
    return index < names.size() ? names.get(index) + ", " : "";
  }

  private static Found cpu() {
    String name =
        new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName().strip();
    return new Found(
        Device.cpu(),
        "CPU, " + name + ", " + Runtime.getRuntime().availableProcessors() + " threads");
  }
}
