package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only GNU's OpenMP reads the setting")
class ThreadWaitingTest {
  @Test
  @DisabledIfEnvironmentVariable(named = "OMP_WAIT_POLICY", matches = ".+")
  @DisabledIfEnvironmentVariable(named = "GOMP_SPINCOUNT", matches = ".+")
  void spinsForAShortTimeWhereTheUserHasNotSaidHow() {
    new ThreadWaiting().shorten();
    assertThat(read("GOMP_SPINCOUNT")).isEqualTo("3000");
  }

  private static String read(String name) {
    return NativeLibrary.getInstance("c")
        .getFunction("getenv")
        .invokeString(new Object[] {name}, false);
  }
}
