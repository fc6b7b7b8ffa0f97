package reidstudio.ui.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import reidstudio.config.ConfigException;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;

/** Settings from and to files, JSON or YAML, as {@code train --config} reads them. */
public final class SettingsFiles {
  private final RunConfigCodec codec = new RunConfigCodec();
  private final ErrorFunnel errors;
  private final Messages messages;
  private final Executor io;
  private final Executor fx;

  /**
   * Reads and writes on {@code io}.
   *
   * @param fx runs on the JavaFX thread
   */
  public SettingsFiles(ErrorFunnel errors, Messages messages, Executor io, Executor fx) {
    this.errors = errors;
    this.messages = messages;
    this.io = io;
    this.fx = fx;
  }

  /** Fills the form with what {@code file} says; leaves it as it is if that cannot be used. */
  void open(Path file, SetupViewModel form) {
    io.execute(
        () -> {
          try {
            RunConfig config = codec.read(file, Map.of(), RunConfig.defaults());
            fx.execute(() -> fill(form, config));
          } catch (ConfigException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }

  /** The chosen folder stays where the file names none. */
  private static void fill(SetupViewModel form, RunConfig config) {
    if (config.data().directory().isEmpty()) {
      form.settings().take(config);
    } else {
      form.take(config);
    }
  }

  /** Writes {@code config} in the form that the ending of {@code file} names. */
  void save(RunConfig config, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    String text = isYaml ? codec.toYaml(config) : codec.toJson(config);
    io.execute(
        () -> {
          try {
            Files.writeString(file, text);
            fx.execute(() -> errors.confirm(messages.get("setup.saved", file)));
          } catch (IOException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }
}
