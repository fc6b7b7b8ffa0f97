package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * On the environment of this process, which OpenMP has read by now or reads when it is put back.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only GNU's OpenMP reads the setting")
class ThreadWaitingTest {
  private static final String SPIN_COUNT = "GOMP_SPINCOUNT";
  private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

  private final Map<String, String> before = new TreeMap<>();

  @BeforeEach
  void nobodyHasSaidHowToWait() {
    for (String name : List.of(SPIN_COUNT, WAIT_POLICY)) {
      String value = read(name);
      if (value != null) {
        before.put(name, value);
      }
      unset(name);
    }
  }

  @AfterEach
  void putBack() {
    for (String name : List.of(SPIN_COUNT, WAIT_POLICY)) {
      unset(name);
    }
    before.forEach(new NativeEnvironment()::offer);
  }

  @Test
  void spinsForAShortTimeWhereTheUserHasNotSaidHow() {
    new ThreadWaiting().shorten();
    assertThat(read(SPIN_COUNT)).isEqualTo("3000");
  }

  @Test
  void theUsersSpinCountStays() {
    new NativeEnvironment().offer(SPIN_COUNT, "7");
    new ThreadWaiting().shorten();
    assertThat(read(SPIN_COUNT)).isEqualTo("7");
  }

  @Test
  void theUsersPolicyStaysAlone() {
    new NativeEnvironment().offer(WAIT_POLICY, "passive");
    new ThreadWaiting().shorten();
    assertThat(read(SPIN_COUNT)).isNull();
  }

  private static String read(String name) {
    return function("getenv").invokeString(new Object[] {name}, false);
  }

  private static void unset(String name) {
    function("unsetenv").invokeInt(new Object[] {name});
  }

  private static Function function(String name) {
    return NativeLibrary.getInstance("c").getFunction(name);
  }
}
