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

  /**
   * Fills the form with what {@code file} says; leaves it as it is if that cannot be used. A file
   * that names no data is for those that are chosen.
   */
  void open(Path file, SetupViewModel form) {
    RunConfig untold = form.untold();
    io.execute(
        () -> {
          try {
            RunConfig config = codec.read(file, Map.of(), untold);
            fx.execute(() -> form.take(config));
          } catch (ConfigException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
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
