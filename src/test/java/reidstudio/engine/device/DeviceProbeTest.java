package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.engine.device.DeviceProbe.Found;
import reidstudio.engine.device.TorchBuild.Origin;

/** Which device is taken on machines of all kinds, and what is said where it is not the GPU. */
class DeviceProbeTest {
  private static final Gpu ADA = new Gpu("RTX 4060", 8L << 30, 8, 9);
  private static final Gpu PASCAL = new Gpu("GTX 1080", 8L << 30, 6, 1);
  private static final TorchBuild CUDA = build(Origin.DOWNLOADED, "cu128");

  @Test
  void withoutADriverItIsTheCpuAndNothingIsSaid() {
    Found found = probe(driver(0), build(Origin.BUNDLED, "cpu")).find("auto");
    assertThat(found.device()).isEqualTo(Device.cpu());
    assertThat(found.description()).startsWith("CPU, ").endsWith(" threads");
    assertThat(found.remark()).isEmpty();
  }

  @Test
  void theFirstCardThatCanBeUsedIsTaken() {
    assertThat(probe(driver(12_040, ADA), CUDA).find("auto"))
        .isEqualTo(new Found(Device.gpu(0), "CUDA device 0, RTX 4060, 8.0 GiB", Optional.empty()));
    assertThat(probe(driver(12_040, PASCAL, ADA), CUDA).find("auto").device())
        .isEqualTo(Device.gpu(1));
  }

  @Test
  void theCardAskedForIsTaken() {
    DeviceProbe probe = probe(driver(12_040, ADA, ADA), CUDA);
    assertThat(probe.find("cuda").device()).isEqualTo(Device.gpu(0));
    assertThat(probe.find("cuda:1").device()).isEqualTo(Device.gpu(1));
    assertThat(probe.find("cpu").device()).isEqualTo(Device.cpu());
    assertThat(probe.find("cpu").remark()).isEmpty();
  }

  @Test
  void whoAsksForTheCpuLeavesTheDriverAlone() {
    DeviceProbe probe =
        new DeviceProbe(
            () -> {
              throw new AssertionError("asked");
            },
            () -> CUDA);
    assertThat(probe.find("cpu").device()).isEqualTo(Device.cpu());
  }

  @Test
  void aBuildForTheCpuLeavesTheCardUnusedAndSaysSo() {
    assertUnused(
        probe(driver(12_040, ADA), build(Origin.BUNDLED, "cpu")),
        "RTX 4060 is not used: this build of the program brings PyTorch for the CPU; build it with"
            + " -P '!cpu-linux' or -P '!cpu-windows'.");
    assertUnused(
        probe(driver(12_040, ADA), build(Origin.NAMED, "cpu")),
        "RTX 4060 is not used: PYTORCH_LIBRARY_PATH names a PyTorch for the CPU; name one for CUDA"
            + " 12, or none.");
    assertUnused(
        probe(driver(12_040, ADA), build(Origin.DOWNLOADED, "cpu")),
        "RTX 4060 is not used: PYTORCH_FLAVOR asks for PyTorch for the CPU; remove that setting.");
  }

  @Test
  void anOldDriverAndAnOldCardAreNamed() {
    assertUnused(
        probe(driver(11_040, ADA), build(Origin.DOWNLOADED, "cpu")),
        "RTX 4060 is not used: the NVIDIA driver is one for CUDA 11.4 and PyTorch needs CUDA 12;"
            + " update the driver.");
    assertUnused(
        probe(driver(12_040, PASCAL), build(Origin.DOWNLOADED, "cpu")),
        "GTX 1080 is not used: its compute capability is 6.1 and PyTorch for CUDA 12.8 needs 7.5;"
            + " name a PyTorch 2.7.1 for CUDA 12.6 in PYTORCH_LIBRARY_PATH.");
    assertThat(probe(driver(12_040, PASCAL), build(Origin.NAMED, "cu128")).find("auto").device())
        .isEqualTo(Device.gpu(0));
  }

  @Test
  void aBrokenDriverIsNamed() {
    DeviceProbe probe =
        probe(new CudaDriver(0, List.of(), Optional.of("error 999, unknown error")), CUDA);
    assertUnused(
        probe,
        "The GPU is not used: the NVIDIA driver answers with error 999, unknown error; restart the"
            + " machine and see whether nvidia-smi lists the GPU.");
    assertRefused(
        probe,
        "cuda",
        "Device cuda was asked for, but the NVIDIA driver answers with error 999, unknown error;"
            + " use --device cpu, or restart the machine and see whether nvidia-smi lists the"
            + " GPU.");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertRefused(
        probe(driver(0), build(Origin.BUNDLED, "cpu")),
        "cuda:3",
        "Device cuda:3 was asked for, but this machine has no CUDA device; use --device cpu, or"
            + " install the NVIDIA driver.");
    assertRefused(
        probe(driver(12_040, ADA, ADA), CUDA),
        "cuda:2",
        "Device cuda:2 was asked for, but this machine has no more than cuda:1; use --device cpu,"
            + " or one that is there.");
    assertRefused(
        probe(driver(12_040, ADA), build(Origin.BUNDLED, "cpu")),
        "cuda",
        "Device cuda was asked for, but this build of the program brings PyTorch for the CPU; use"
            + " --device cpu, or build it with -P '!cpu-linux' or -P '!cpu-windows'.");
  }

  private static void assertUnused(DeviceProbe probe, String remark) {
    Found found = probe.find("auto");
    assertThat(found.device()).isEqualTo(Device.cpu());
    assertThat(found.remark()).contains(remark);
  }

  private static void assertRefused(DeviceProbe probe, String wanted, String sentence) {
    assertThatThrownBy(() -> probe.find(wanted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static DeviceProbe probe(CudaDriver driver, TorchBuild build) {
    return new DeviceProbe(() -> driver, () -> build);
  }

  private static CudaDriver driver(int version, Gpu... gpus) {
    return new CudaDriver(version, List.of(gpus), Optional.empty());
  }

  private static TorchBuild build(Origin origin, String flavor) {
    return new TorchBuild(origin, flavor, Path.of("lib"));
  }
}
