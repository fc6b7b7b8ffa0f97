package reidstudio.ui.batch;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.ItemFate;
import reidstudio.event.Severity;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** What there is to say of a whole batch, and what is wrong with it. */
final class BatchSummary extends VBox {
  private final BatchViewModel model;
  private final Messages messages;
  private final Label facts = new Label();
  private final Label measured = new Label();
  private final Label alone = new Label();
  private final HBox warning;

  BatchSummary(BatchViewModel model, Widgets widgets) {
    this.model = model;
    this.messages = widgets.messages();
    getStyleClass().add("batch-summary");
    facts.setId("batch-facts");
    measured.setId("batch-measured");
    measured.getStyleClass().add("hint");
    widgets.explain(measured, "batch.measured.help");
    alone.setId("batch-alone");
    for (Label label : List.of(facts, measured, alone)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    HBox.setHgrow(alone, Priority.ALWAYS);
    warning = new HBox(new SeverityIcon(Severity.WARNING), alone);
    warning.getStyleClass().addAll("problem-box", "batch-warning");
    warning.managedProperty().bind(warning.visibleProperty());
    getChildren().addAll(facts, measured, warning);
    model.foundProperty().subscribe(now -> show());
    model.otherDataProperty().subscribe(now -> show());
    messages.languageProperty().subscribe(now -> show());
  }

  private void show() {
    BatchInspection batch = model.foundProperty().get();
    if (batch == null) {
      return;
    }
    facts.setText(
        messages.get(
            "batch.facts",
            batch.epoch(),
            batch.batch(),
            batch.batches(),
            batch.items().size(),
            batch.count(ItemFate.ROW),
            batch.count(ItemFate.MASKED),
            batch.count(ItemFate.UNREADABLE)));
    measured.setText(batch.measures().map(this::measured).orElse(messages.get("batch.unmeasured")));
    String wrong = wrong(batch);
    alone.setText(wrong);
    warning.setVisible(!wrong.isEmpty());
  }

  private String measured(BatchMeasures measures) {
    return messages.get(
        "batch.measured",
        measures.afterStep(),
        ItemWords.loss(measures.ce()),
        ItemWords.loss(measures.sdm()));
  }

  private String wrong(BatchInspection batch) {
    if (model.otherDataProperty().get()) {
      return messages.get("batch.other-data");
    }
    long rows = batch.count(ItemFate.ROW);
    long without = batch.items().stream().filter(BatchItem::isAlone).count();
    return without == 0 ? "" : messages.get("batch.alone.warning", without, rows);
  }
}
