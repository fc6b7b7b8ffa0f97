package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import reidstudio.event.QuickFixItem;
import reidstudio.event.QuickFixReport;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** The checklist of a quick fix: before and after side by side, each with a mark. */
final class ChecklistTable extends GridPane {
  private final Widgets widgets;
  private final Messages messages;
  private final EngineWords words;

  ChecklistTable(Widgets widgets, EngineWords words) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = words;
    setId("checklist");
    getStyleClass().addAll("evidence", "checklist");
    getColumnConstraints().addAll(column(36), column(19), column(19), column(26));
  }

  void show(QuickFixReport report) {
    getChildren().clear();
    addRow(
        0,
        widgets.label("health.what", "evidence-head"),
        widgets.label("health.verify.before", "evidence-head"),
        widgets.label("health.verify.after", "evidence-head"),
        widgets.label("health.expected", "evidence-head"));
    int row = 1;
    for (QuickFixItem item : report.items()) {
      addRow(
          row++,
          wrapping(words.of(item.name())),
          marked(item.before(), item.passedBefore()),
          marked(item.after(), item.passedAfter()),
          wrapping(words.of(item.expected())));
    }
    addRow(
        row,
        wrapping(messages.get("health.verify.fell")),
        new Label(number(report.before().ceFell())),
        new Label(number(report.after().ceFell())));
  }

  private Label marked(double value, boolean passed) {
    Label label = new Label(number(value));
    Severity mark = passed ? Severity.OK : Severity.WARNING;
    label.setGraphic(new SeverityIcon(mark));
    label.getStyleClass().add("checklist-mark");
    if (!passed) {
      label.getStyleClass().addAll(Styles.TEXT_BOLD, SeverityIcon.styleOf(mark));
    }
    label.setAccessibleText(
        messages.get(passed ? "health.verify.passed" : "health.verify.open", label.getText()));
    return label;
  }

  private String number(double value) {
    return Double.isNaN(value) ? messages.get("health.verify.unknown") : Figures.number(value);
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHalignment(HPos.LEFT);
    return column;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    setValignment(label, VPos.TOP);
    return label;
  }
}
