package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.engine.device.TorchBuild.Origin;

/** Which build of PyTorch is loaded, and from where. */
class TorchBuildTest {
  private static final Gpu ADA = new Gpu("RTX 4060", 1L << 33, 8, 9);
  private static final Gpu PASCAL = new Gpu("GTX 1080", 1L << 33, 6, 1);
  @TempDir private Path folder;

  @Test
  void aDriverWithACardIsEnoughForCuda() {
    TorchBuild build = of(Map.of(), Optional.empty(), driver(12_020, ADA));
    assertThat(build.origin()).isEqualTo(Origin.DOWNLOADED);
    assertThat(build.flavor()).isEqualTo("cu128");
    assertThat(build.folder().getFileName().toString()).matches("2\\.7\\.1.*-cu128-.+-.+");
    assertThat(build.runsOn(ADA)).isTrue();
    assertThat(build.runsOn(PASCAL)).isFalse();
  }

  @Test
  void whereNoCardCanBeUsedTheOneForTheCpuIsDownloaded() {
    assertThat(flavor(driver(12_020))).isEqualTo("cpu");
    assertThat(flavor(driver(11_080, ADA))).isEqualTo("cpu");
    assertThat(flavor(driver(12_020, PASCAL))).isEqualTo("cpu");
    assertThat(flavor(driver(12_020, PASCAL, ADA))).isEqualTo("cu128");
  }

  @Test
  void whatTheProgramBringsIsTakenWhateverTheDriverSays() {
    TorchBuild build = of(Map.of(), Optional.of("cpu"), TorchBuildTest::unasked);
    assertThat(build.origin()).isEqualTo(Origin.BUNDLED);
    assertThat(build.flavor()).isEqualTo("cpu");
    assertThat(build.runsOn(ADA)).isFalse();
  }

  @Test
  void aNamedLibtorchGoesBeforeAllElse() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("empty"));
    Path libtorch = libtorch("torch");
    Map<String, String> settings =
        Map.of(TorchBuild.LIBRARY_PATH, elsewhere + File.pathSeparator + libtorch);
    TorchBuild build = of(settings, Optional.of("cpu"), TorchBuildTest::unasked);
    assertThat(build).isEqualTo(new TorchBuild(Origin.NAMED, "cpu", libtorch));
    assertThat(build.runsOn(ADA)).isFalse();
  }

  @Test
  void aNamedLibtorchWithCudaIsTrustedWithAnyCard() throws IOException {
    Path libtorch = libtorch("torch", "torch_cuda");
    TorchBuild build =
        of(
            Map.of(TorchBuild.LIBRARY_PATH, libtorch.toString()),
            Optional.empty(),
            TorchBuildTest::unasked);
    assertThat(build).isEqualTo(new TorchBuild(Origin.NAMED, "cu128", libtorch));
    assertThat(build.runsOn(PASCAL)).isTrue();
  }

  @Test
  void theLibraryItselfCanBeNamedToo() throws IOException {
    Path libtorch = libtorch("torch");
    Path library = libtorch.resolve(System.mapLibraryName("torch"));
    assertThat(
            of(
                Map.of(TorchBuild.LIBRARY_PATH, library.toString()),
                Optional.empty(),
                TorchBuildTest::unasked))
        .isEqualTo(new TorchBuild(Origin.NAMED, "cpu", libtorch));
  }

  @Test
  void theUsersFlavorStays() {
    assertThat(
            of(Map.of(TorchBuild.FLAVOR, "cu126"), Optional.empty(), TorchBuildTest::unasked)
                .flavor())
        .isEqualTo("cu126");
    assertThat(of(Map.of(TorchBuild.FLAVOR, ""), Optional.empty(), driver(12_020, ADA)).flavor())
        .isEqualTo("cu128");
  }

  private Path libtorch(String... libraries) throws IOException {
    Path libtorch = Files.createDirectory(folder.resolve("lib"));
    for (String library : libraries) {
      Files.createFile(libtorch.resolve(System.mapLibraryName(library)));
    }
    return libtorch;
  }

  private static String flavor(Supplier<CudaDriver> driver) {
    return of(Map.of(), Optional.empty(), driver).flavor();
  }

  private static TorchBuild of(
      Map<String, String> settings, Optional<String> bundled, Supplier<CudaDriver> driver) {
    return TorchBuild.of(settings::get, bundled, driver);
  }

  private static CudaDriver unasked() {
    throw new AssertionError("the driver decides nothing here");
  }

  private static Supplier<CudaDriver> driver(int version, Gpu... gpus) {
    return () -> new CudaDriver(version, List.of(gpus), Optional.empty());
  }
}
