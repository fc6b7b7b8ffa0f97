package reidstudio.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import reidstudio.config.RunConfig;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;
import reidstudio.ui.health.NextRun;
import reidstudio.ui.run.RunViewModel;
import reidstudio.ui.setup.SetupViewModel;

/** The next run is begun, or edited, on the page for training. */
record FormAndRun(
    SetupViewModel setup,
    RunViewModel run,
    ErrorFunnel errors,
    Messages messages,
    ObjectProperty<Page> page,
    Runnable showForm)
    implements NextRun {
  @Override
  public ObservableValue<Boolean> busyProperty() {
    return run.activeProperty();
  }

  @Override
  public ObservableValue<RunConfig> formProperty() {
    return setup.launch();
  }

  @Override
  public void start(RunConfig config) {
    run.start(config, () -> page.set(Page.TRAIN));
  }

  @Override
  public void edit(RunConfig config) {
    setup.take(config);
    showForm.run();
    page.set(Page.TRAIN);
    errors.confirm(messages.get("news.form"));
  }
}
