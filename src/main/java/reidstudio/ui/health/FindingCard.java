package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** One finding: what, the numbers beside the healthy ones, and what to change. */
final class FindingCard extends VBox {
  private final Widgets widgets;

  FindingCard(Finding finding, Widgets widgets) {
    this.widgets = widgets;
    getStyleClass().addAll("finding", SeverityIcon.styleOf(finding.severity()));
    Label title = wrapping(finding.title());
    title.getStyleClass().add("finding-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label id = new Label(finding.id());
    id.getStyleClass().addAll("mono", "finding-id");
    id.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(new SeverityIcon(finding.severity()), title, id);
    head.getStyleClass().add("finding-head");
    getChildren().add(head);
    if (!finding.evidence().isEmpty()) {
      getChildren().add(evidence(finding));
    }
    if (!finding.fix().isEmpty()) {
      getChildren().add(fix(finding.fix()));
    }
  }

  private GridPane evidence(Finding finding) {
    GridPane table = new GridPane();
    table.getStyleClass().add("evidence");
    table.getColumnConstraints().addAll(column(38), column(24), column(38));
    table.addRow(
        0,
        widgets.label("health.what", "evidence-head"),
        widgets.label("health.observed", "evidence-head"),
        widgets.label("health.expected", "evidence-head"));
    int row = 1;
    for (Evidence each : finding.evidence()) {
      Label observed = wrapping(each.observed());
      boolean judged = !each.expected().isEmpty();
      if (judged && finding.severity().compareTo(Severity.WARNING) >= 0) {
        observed.getStyleClass().addAll(Styles.TEXT_BOLD, SeverityIcon.styleOf(finding.severity()));
      }
      table.addRow(row++, wrapping(each.what()), observed, wrapping(each.expected()));
    }
    return table;
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHalignment(HPos.LEFT);
    return column;
  }

  private HBox fix(String text) {
    Label label = wrapping(text);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox box = new HBox(new FontIcon(Material2AL.BUILD), label);
    box.setAccessibleText(text);
    box.getStyleClass().add("fix");
    return box;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
