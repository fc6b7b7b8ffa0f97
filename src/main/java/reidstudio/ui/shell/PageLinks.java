package reidstudio.ui.shell;

import javafx.beans.property.ObjectProperty;
import reidstudio.event.Span;

/** Ways from one page to what another shows. */
final class PageLinks {
  private final ObjectProperty<Page> page;
  private final StudioModels models;

  PageLinks(ObjectProperty<Page> page, StudioModels models) {
    this.page = page;
    this.models = models;
  }

  /** The finding of {@code id}, of the run in view. */
  void openFinding(String id) {
    page.set(Page.DIAGNOSIS);
    models.runHealth().seek(id);
  }

  /** The finding of {@code id}, of the run of this process. */
  void openLive(String id) {
    page.set(Page.DIAGNOSIS);
    models.runHealth().seekLive(id);
  }

  /** The batch of {@code step}. */
  void openBatch(long step) {
    models.batch().show(step);
    page.set(Page.BATCH);
  }

  /** What was logged about {@code step}. */
  void openLogLines(long step) {
    page.set(Page.LOG);
    models.log().seek(step);
  }

  /** {@code step} in the charts. */
  void pinStep(long step) {
    page.set(Page.TRAIN);
    models.curves().pinnedProperty().set(step);
  }

  /** The charts over {@code steps}. */
  void openSteps(Span steps) {
    page.set(Page.TRAIN);
    models.curves().seek(steps);
  }
}
