package reidstudio.ui.health;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import reidstudio.config.RunConfig;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.RunInView;

/**
 * What the live rules say of the run in view and of the run of this process, and what they said.
 */
public final class RunHealthViewModel {
  private final RunInView runs;
  private final ReadOnlyObjectWrapper<HealthReading> shown =
      new ReadOnlyObjectWrapper<>(HealthReading.NONE);
  private final ReadOnlyObjectWrapper<HealthReading> live =
      new ReadOnlyObjectWrapper<>(HealthReading.NONE);
  private final ReadOnlyObjectWrapper<List<HealthTurn>> turns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<String> sought = new SimpleObjectProperty<>();
  private List<HealthChanged> told = List.of();

  /** Follows {@code runs}. */
  public RunHealthViewModel(RunInView runs) {
    this.runs = runs;
    runs.watch(this::refresh);
  }

  /** Of the run in view. */
  public ReadOnlyObjectProperty<HealthReading> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Of the run of this process, whichever is in view. */
  public ReadOnlyObjectProperty<HealthReading> liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** When problems of the run in view came, changed and went, the newest first. */
  ReadOnlyObjectProperty<List<HealthTurn>> turnsProperty() {
    return turns.getReadOnlyProperty();
  }

  /** The configuration of the run in view. */
  Optional<RunConfig> config() {
    return runs.shown().flatMap(RunTrace::config);
  }

  /** Leads to the finding {@code id} of the run in view. */
  public void seek(String id) {
    sought.set(null);
    sought.set(id);
  }

  /** Leads to the finding {@code id} of the run of this process. */
  public void seekLive(String id) {
    runs.backToLive();
    seek(id);
  }

  /** What was last led to; null before anything was. */
  ObjectProperty<String> soughtProperty() {
    return sought;
  }

  private void refresh() {
    List<HealthChanged> changes = runs.shown().map(RunTrace::healthChanges).orElse(List.of());
    if (changes != told) {
      told = changes;
      turns.set(HealthTurn.of(changes));
    }
    live.set(runs.current().map(HealthReading::of).orElse(HealthReading.NONE));
    shown.set(runs.shown().map(HealthReading::of).orElse(HealthReading.NONE));
  }
}
