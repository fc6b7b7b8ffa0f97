package reidstudio.ui.setup;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/** The next run: its data and its settings together. */
public final class SetupViewModel {
  private final RunConfigCodec codec;
  private final DataViewModel data;
  private final SettingsViewModel settings;
  private final BooleanExpression mayStart;
  private final ObjectBinding<RunConfig> intended;
  private final ObjectBinding<RunConfig> launch;
  private final StringBinding commandLine;

  /** Joins the two halves. */
  public SetupViewModel(RunConfigCodec codec, DataViewModel data, SettingsViewModel settings) {
    this.codec = codec;
    this.data = data;
    this.settings = settings;
    settings.configProperty().subscribe(this::readAsSet);
    intended =
        Bindings.createObjectBinding(
            this::withFolder, settings.configProperty(), data.folderProperty());
    mayStart = data.mayStart();
    launch =
        Bindings.createObjectBinding(
            () -> mayStart.get() ? intended.get() : null, intended, mayStart);
    commandLine =
        Bindings.createStringBinding(
            () -> new CommandLine().train(data.folderProperty().get(), settings.overrides()),
            settings.configProperty(),
            data.folderProperty());
  }

  /** The data half. */
  public DataViewModel data() {
    return data;
  }

  /** The settings half. */
  public SettingsViewModel settings() {
    return settings;
  }

  /** Takes over data and settings of {@code wanted}, to be changed further before a start. */
  public void take(RunConfig wanted) {
    settings.take(wanted);
    String directory = wanted.data().directory();
    Path folder = directory.isEmpty() ? null : Path.of(directory);
    if (!Objects.equals(folder, data.folderProperty().get())) {
      if (folder == null) {
        data.useDemo();
      } else {
        data.use(folder);
      }
    }
  }

  /** What a file of settings leaves as it is: the defaults, with the folder that is chosen. */
  RunConfig untold() {
    Path folder = data.folderProperty().get();
    return folder == null ? RunConfig.defaults() : withFolder(folder, RunConfig.defaults());
  }

  /** The configuration to start with; null while data or settings do not allow it. */
  public ObjectBinding<RunConfig> launch() {
    return launch;
  }

  /** Settings and data folder; null while a setting has a problem. */
  ObjectBinding<RunConfig> intended() {
    return intended;
  }

  /** The same start without a window. */
  public StringBinding commandLine() {
    return commandLine;
  }

  private void readAsSet(RunConfig config) {
    if (config != null) {
      data.readAs(config.data().layout(), config.data().split());
    }
  }

  private RunConfig withFolder() {
    RunConfig c = settings.configProperty().get();
    Path folder = data.folderProperty().get();
    return c == null || folder == null ? c : withFolder(folder, c);
  }

  private RunConfig withFolder(Path folder, RunConfig config) {
    return codec.read(null, Map.of("data.directory", folder.toString()), config);
  }
}
