package reidstudio.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import reidstudio.config.DataConfig;
import reidstudio.config.LayoutChoice;
import reidstudio.config.RunConfig;
import reidstudio.data.audit.DataPlace;
import reidstudio.ui.setup.SetupViewModel;

/** Tells which data the form for training names, whenever that changes. */
final class FormPlace {
  private final SetupViewModel setup;
  private final Path demo;
  private final Consumer<DataPlace> told;

  /**
   * Tells now and from now on.
   *
   * @param demo where the demo set lies once it is drawn
   * @param told null while there is nothing to look at
   */
  FormPlace(SetupViewModel setup, Path demo, Consumer<DataPlace> told) {
    this.setup = setup;
    this.demo = demo;
    this.told = told;
    setup.data().folderProperty().subscribe(folder -> tell());
    setup.data().summaryProperty().subscribe(summary -> tell());
    setup.settings().configProperty().subscribe(config -> tell());
  }

  private void tell() {
    Path folder = setup.data().folderProperty().get();
    if (folder == null) {
      boolean drawn = setup.data().summaryProperty().get() != null;
      told.accept(drawn ? new DataPlace(demo, LayoutChoice.AUTO, 1) : null);
      return;
    }
    RunConfig config = setup.settings().configProperty().get();
    DataConfig data = config == null ? DataConfig.defaults() : config.data();
    told.accept(new DataPlace(folder, data.layout(), data.split()));
  }
}
