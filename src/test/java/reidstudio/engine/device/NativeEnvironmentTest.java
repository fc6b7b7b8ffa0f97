package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Windows' C library has no setenv")
class NativeEnvironmentTest {
  private final NativeEnvironment environment = new NativeEnvironment();
  private final String name = "REID_STUDIO_TEST_" + UUID.randomUUID();

  @Test
  void nativeCodeReadsWhatIsOffered() {
    assertThat(environment.has(name)).isFalse();
    environment.offer(name, "3000");
    assertThat(environment.has(name)).isTrue();
    assertThat(read()).isEqualTo("3000");
  }

  @Test
  void whatIsSetStays() {
    environment.offer(name, "first");
    environment.offer(name, "second");
    assertThat(read()).isEqualTo("first");
  }

  private String read() {
    return NativeLibrary.getInstance("c")
        .getFunction("getenv")
        .invokeString(new Object[] {name}, false);
  }
}
