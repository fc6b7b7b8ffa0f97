package reidstudio.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.ui.common.SystemTheme;
import reidstudio.ui.common.Theme;

/**
 * Asks Windows, macOS or GNOME, by its own command, whether its windows are light or dark. Where
 * the command is missing or says something else, nothing is known.
 */
final class SystemColours implements SystemTheme {
  private static final Logger LOG = LoggerFactory.getLogger(SystemColours.class);
  private static final int SECONDS = 2;
  private static final int MOST_BYTES = 4096;

  /** What a system is asked, and how its answer is read. */
  enum Dialect {
    /** The registry's value: {@code AppsUseLightTheme REG_DWORD 0x0} is dark. */
    WINDOWS(
        "reg query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"
            + " /v AppsUseLightTheme"),
    /** {@code Dark}, or an error, because light windows have no such entry. */
    MACOS("defaults read -g AppleInterfaceStyle"),
    /** {@code 'prefer-dark'}, {@code 'prefer-light'} or {@code 'default'}. */
    GNOME("gsettings get org.gnome.desktop.interface color-scheme");

    private final String command;

    Dialect(String command) {
      this.command = command;
    }

    private List<String> words() {
      return List.of(command.split(" "));
    }

    static Dialect of(String system) {
      String name = system.toLowerCase(Locale.ROOT);
      if (name.contains("win")) {
        return WINDOWS;
      }
      return name.contains("mac") ? MACOS : GNOME;
    }

    /** The theme that an answer means. */
    Optional<Theme> read(int exitCode, String answer) {
      String said = answer.strip().toLowerCase(Locale.ROOT);
      return switch (this) {
        case WINDOWS -> exitCode == 0 ? either(said.endsWith("0x0"), said.endsWith("0x1")) : none();
        case MACOS -> Optional.of(exitCode == 0 && said.equals("dark") ? Theme.DARK : Theme.LIGHT);
        case GNOME ->
            exitCode == 0
                ? either(
                    said.equals("'prefer-dark'"),
                    said.equals("'prefer-light'") || said.equals("'default'"))
                : none();
      };
    }

    private static Optional<Theme> either(boolean dark, boolean light) {
      if (dark) {
        return Optional.of(Theme.DARK);
      }
      return light ? Optional.of(Theme.LIGHT) : none();
    }

    private static Optional<Theme> none() {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Theme> now() {
    Dialect dialect = Dialect.of(System.getProperty("os.name"));
    try {
      return ask(dialect);
    } catch (IOException e) {
      LOG.debug("the system does not say whether its windows are dark", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Theme> ask(Dialect dialect) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(dialect.words())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return Optional.empty();
    }
    try (InputStream out = process.getInputStream()) {
      String answer = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return dialect.read(process.exitValue(), answer);
    }
  }
}
