package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of the driver's answers. */
class CudaDriverTest {
  private static final Gpu ADA = new Gpu("NVIDIA GeForce RTX 4060", 8_585_216_000L, 8, 9);
  private static final Gpu PASCAL = new Gpu("NVIDIA GeForce GTX 1080", 8_514_043_904L, 6, 1);

  @Test
  void cardsComeWithNameMemoryAndCapability() {
    CudaDriver driver = CudaDriver.ask(new FakeDriver(12_040, List.of(ADA, PASCAL)));
    assertThat(driver.gpus()).containsExactly(ADA, PASCAL);
    assertThat(driver.cudaVersion()).isEqualTo("12.4");
    assertThat(driver.isTooOld()).isFalse();
    assertThat(driver.trouble()).isEmpty();
    assertThat(driver.gpus().get(0).description()).isEqualTo("NVIDIA GeForce RTX 4060, 8.0 GiB");
    assertThat(driver.gpus().get(1).capability()).isEqualTo("6.1");
  }

  @Test
  void theDriversOfCudaElevenAreTooOld() {
    CudaDriver driver = CudaDriver.ask(new FakeDriver(11_080, List.of(ADA)));
    assertThat(driver.isTooOld()).isTrue();
    assertThat(driver.cudaVersion()).isEqualTo("11.8");
    assertThat(CudaDriver.ask(new FakeDriver(12_000, List.of(ADA))).isTooOld()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 34})
  void withoutACardOrWithALinkersStubThereIsNoTrouble(int result) {
    CudaDriver driver = CudaDriver.ask(FakeDriver.broken(result));
    assertThat(driver.gpus()).isEmpty();
    assertThat(driver.trouble()).isEmpty();
  }

  @Test
  void whatABrokenDriverAnswersIsKept() {
    assertThat(CudaDriver.ask(FakeDriver.broken(999)).trouble())
        .contains("error 999, unknown error");
  }

  @Test
  void capabilitiesAreComparedByBothNumbers() {
    assertThat(ADA.isAtLeast(7, 5)).isTrue();
    assertThat(PASCAL.isAtLeast(7, 5)).isFalse();
    assertThat(new Gpu("V100", 0, 7, 0).isAtLeast(7, 5)).isFalse();
    assertThat(new Gpu("T4", 0, 7, 5).isAtLeast(7, 5)).isTrue();
    assertThat(new Gpu("B200", 0, 10, 0).isAtLeast(7, 5)).isTrue();
  }

  @Test
  void thisMachineIsAskedWithoutAnError() {
    CudaDriver driver = CudaDriver.ask();
    assertThat(driver.version() == 0 || driver.version() >= 1_000).isTrue();
  }
}
