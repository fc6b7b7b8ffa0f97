package reidstudio.config;

import java.nio.file.Path;
import java.util.Locale;
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
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("win")) {
      Path local = absolute(environment.get("LOCALAPPDATA"), userHome.resolve("AppData/Local"));
      return new StudioHome(local.resolve("ReID Studio"));
    }
    if (os.startsWith("mac") || os.startsWith("darwin")) {
      return new StudioHome(
          userHome.resolve("Library").resolve("Application Support").resolve("ReID Studio"));
    }
    Path data = absolute(environment.get("XDG_DATA_HOME"), userHome.resolve(".local/share"));
    return new StudioHome(data.resolve("reid-studio"));
  }

  /** The XDG specification has relative paths ignored, and an empty variable is none. */
  private static Path absolute(String value, Path otherwise) {
    return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
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
