package reidstudio.engine.device;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets PyTorch's threads give up their core soon when they wait for each other. GNU's OpenMP spins
 * 300,000 rounds before it sleeps: longer than a thread is away whose core another program took, so
 * that on a busy machine most of a step is spinning. The window counts as another program here.
 *
 * <p>Only GNU's OpenMP reads the setting, so elsewhere than on Linux nothing happens.
 */
final class ThreadWaiting {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadWaiting.class);

  private static final String SPIN_COUNT = "GOMP_SPINCOUNT";

  /** Rounds of some 40 cycles. With 1,000 a step alone on the machine gets slower, decision 18. */
  private static final String ROUNDS = "3000";

  /** By which a user has said how threads should wait. */
  private static final List<String> SAID_BY_USER = List.of(SPIN_COUNT, "OMP_WAIT_POLICY");

  /** Before the engine loads OpenMP, which reads its settings once. */
  void shorten() {
    try {
      NativeEnvironment environment = new NativeEnvironment();
      if (SAID_BY_USER.stream().noneMatch(environment::has)) {
        environment.offer(SPIN_COUNT, ROUNDS);
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("the C library has no setenv", e);
    }
  }
}
