package reidstudio.engine.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the C library to keep memory that a step has freed for the next one, and PyTorch to take
 * large blocks in large pages. As it comes, glibc gives large blocks back to the system at once and
 * gets them again page by page: 8,200 page faults in a step of the compact model, which is a fifth
 * of its time.
 *
 * <p>Elsewhere than with glibc and Linux nothing happens.
 */
final class NativeAllocator {
  private static final Logger LOG = LoggerFactory.getLogger(NativeAllocator.class);

  /** By glibc's number of the setting, from {@code malloc.h}; sizes in bytes. */
  private static final Map<Integer, Integer> SETTINGS =
      Map.of(
          -3, 32 << 20, // M_MMAP_THRESHOLD: the most that glibc takes
          -1, 1 << 30, // M_TRIM_THRESHOLD
          -2, 64 << 20); // M_TOP_PAD

  /** PyTorch reads it at its first block: those of 2 MiB and more ask for pages of that size. */
  private static final String LARGE_PAGES = "THP_MEM_ALLOC_ENABLE";

  /** Before the engine takes its first memory. */
  void prepare() {
    try {
      new NativeEnvironment().offer(LARGE_PAGES, "1");
      Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
      SETTINGS.forEach(
          (setting, bytes) -> {
            if (mallopt.invokeInt(new Object[] {setting, bytes}) == 0) {
              LOG.debug("mallopt refused {} = {}", setting, bytes);
            }
          });
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("the C library has no setenv or no mallopt", e);
    }
  }
}
