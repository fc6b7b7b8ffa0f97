package reidstudio.ui.health;

import javafx.beans.value.ObservableValue;
import reidstudio.config.RunConfig;

/** What a finding may do with the run after this one. */
public interface NextRun {
  /** Whether a run goes on, so that none can begin. */
  ObservableValue<Boolean> busyProperty();

  /** What the settings form would begin; null while it cannot. */
  ObservableValue<RunConfig> formProperty();

  /** Begins {@code config} and shows it. */
  void start(RunConfig config);

  /** Puts {@code config} into the settings form and shows that. */
  void edit(RunConfig config);
}
