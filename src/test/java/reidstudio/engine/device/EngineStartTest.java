package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.config.ComputeConfig;
import reidstudio.tensor.OperatorPack;

/** PyTorch that cannot be brought up, as DJL and the linker say it. */
class EngineStartTest {
  private static final DeviceProbe.Found CPU =
      new DeviceProbe.Found(Device.cpu(), "CPU, two", Optional.empty());
  private static final DeviceProbe.Found GPU =
      new DeviceProbe.Found(Device.gpu(1), "CUDA device 1, RTX 4060, 7.8 GiB", Optional.empty());

  static Stream<Throwable> failures() {
    return Stream.of(
        new EngineException(
            "Failed to load PyTorch native library",
            new UnsatisfiedLinkError("libtorch_cpu.so: cannot open\nand more")),
        new UnsatisfiedLinkError("libtorch_cpu.so: cannot open"),
        new IllegalStateException(
            "Failed to download PyTorch native library",
            new java.net.UnknownHostException("libtorch_cpu.so: cannot open")),
        new IllegalArgumentException("libtorch_cpu.so: cannot open"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theSentenceSaysWhatFailedAndWhatToDo(Throwable failure) {
    assertThatThrownBy(() -> load(CPU, failure))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(failure)
        .message()
        .startsWith("PyTorch for the CPU cannot be loaded (")
        .contains("libtorch_cpu.so: cannot open)")
        .contains("-P cpu-linux")
        .doesNotContain("\n", "and more");
  }

  @Test
  void aGpuIsNamedWithTheDriverItNeedsAndTheWayAroundIt() {
    assertThatThrownBy(() -> load(GPU, new EngineException("no kernel image")))
        .message()
        .startsWith(
            "PyTorch for CUDA device 1, RTX 4060, 7.8 GiB cannot be loaded (EngineException: no"
                + " kernel image).")
        .contains("driver must be one for CUDA 12")
        .contains("choose the device cpu");
  }

  @Test
  void aFailureWithoutWordsIsToldByItsKind() {
    assertThatThrownBy(() -> load(CPU, new NoClassDefFoundError()))
        .hasMessageContaining("(NoClassDefFoundError)");
  }

  @Test
  void whatIsBroughtUpIsHandedOn() {
    try (OperatorPack pack = OperatorPack.load(Device.cpu())) {
      EngineStart start = new EngineStart(device -> pack, EngineStartTest::fails);
      assertThat(start.load(CPU, ComputeConfig.defaults())).isSameAs(pack);
    }
  }

  @Test
  void aGpuThatFailsItsTrialIsToldAndThePackIsClosed() {
    OperatorPack pack = OperatorPack.load(Device.cpu());
    EngineStart start = new EngineStart(device -> pack, EngineStartTest::fails);
    assertThatThrownBy(() -> start.load(GPU, ComputeConfig.defaults()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(EngineException: no kernel image is available)");
    assertThat(pack.manager().isOpen()).isFalse();
  }

  @Test
  void theTrialComputesOnTheDevice() {
    try (OperatorPack pack = OperatorPack.load(Device.cpu())) {
      EngineStart.add(pack);
      assertThat(pack.manager().isOpen()).isTrue();
    }
  }

  private static void fails(OperatorPack pack) {
    throw new EngineException("no kernel image is available");
  }

  private static void load(DeviceProbe.Found device, Throwable failure) {
    new EngineStart(
            wanted -> {
              assertThat(wanted).isEqualTo(device.device());
              if (failure instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) failure;
            },
            EngineStartTest::fails)
        .load(device, ComputeConfig.defaults());
  }
}
