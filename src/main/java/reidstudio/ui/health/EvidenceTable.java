package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** The numbers of a finding beside those of a healthy run. */
final class EvidenceTable extends GridPane {
  private final Widgets widgets;

  EvidenceTable(Widgets widgets) {
    this.widgets = widgets;
    getStyleClass().add("evidence");
    getColumnConstraints().addAll(column(38), column(24), column(38));
    managedProperty().bind(visibleProperty());
  }

  void show(Finding finding) {
    getChildren().clear();
    List<Evidence> evidence = finding.evidence();
    setVisible(!evidence.isEmpty());
    addRow(
        0,
        widgets.label("health.what", "evidence-head"),
        widgets.label("health.observed", "evidence-head"),
        widgets.label("health.expected", "evidence-head"));
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      Label observed = wrapping(each.observed());
      if (each.isAbnormal() && finding.isProblem()) {
        observed.getStyleClass().addAll(Styles.TEXT_BOLD, SeverityIcon.styleOf(finding.severity()));
      }
      addRow(i + 1, wrapping(each.what()), observed, wrapping(each.expected()));
    }
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
