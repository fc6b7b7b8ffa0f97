package reidstudio.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which the program keeps what it makes.
 *
 * @param root absolute path
 */
public record StudioHome(Path root) {
  public StudioHome {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The customary place of this system: {@code %LOCALAPPDATA%}, {@code Library/Application Support}
   * or {@code $XDG_DATA_HOME}.
   */
  public static StudioHome standard(Map<String, String> environment, String osName, Path userHome) {
    String os = osName.toLowerCase(java.util.Locale.ROOT);
    if (os.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return new StudioHome(
          (local == null ? userHome.resolve("AppData").resolve("Local") : Path.of(local))
              .resolve("ReID Studio"));
    }
    if (os.contains("mac")) {
      return new StudioHome(
          userHome.resolve("Library").resolve("Application Support").resolve("ReID Studio"));
    }
    String data = environment.get("XDG_DATA_HOME");
    return new StudioHome(
        (data == null || data.isBlank()
                ? userHome.resolve(".local").resolve("share")
                : Path.of(data))
            .resolve("reid-studio"));
  }

  /** Run folders. */
  public Path runs() {
    return root.resolve("runs");
  }

  /** The demo data set. */
  public Path demo() {
    return root.resolve("demo");
  }

  /** The program's own log. */
  public Path logs() {
    return root.resolve("logs");
  }
}
