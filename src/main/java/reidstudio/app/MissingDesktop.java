package reidstudio.app;

import java.util.Locale;
import java.util.Optional;

/** Says in one sentence why no window can open, and what to do. */
final class MissingDesktop {
  private static final String WITHOUT =
      " To train without a window: java -jar target/reid-studio.jar train";

  /** A reason that shows without trying, which on Linux would print a stack of native errors. */
  Optional<String> beforeStart() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Monocle".equals(System.getProperty("glass.platform"));
    String display = System.getenv("DISPLAY");
    if (linux && !headless && (display == null || display.isBlank())) {
      return Optional.of(
          "No window can open because there is no display (DISPLAY is not set); start the program on"
              + " a desktop or under Xvfb."
              + WITHOUT);
    }
    return Optional.empty();
  }

  /** A reason for a start that failed. */
  String afterFailure(Throwable failure) {
    return "No window can open ("
        + firstLine(failure)
        + "); on Debian or Ubuntu install libgtk-3-0 and libgl1, on Fedora gtk3 and mesa-libGL, and"
        + " check that DISPLAY names a running desktop."
        + WITHOUT;
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return message.lines().findFirst().orElse("unknown reason");
  }
}
