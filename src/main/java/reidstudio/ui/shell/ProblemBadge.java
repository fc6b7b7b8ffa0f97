package reidstudio.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import reidstudio.event.Severity;
import reidstudio.ui.common.HealthReading;

/** An icon with the number of problems at its corner. */
final class ProblemBadge extends StackPane {
  private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");
  private static final int MOST = 9;

  ProblemBadge(Ikon icon, ObservableValue<HealthReading> health) {
    Label count = new Label();
    count.setId("problem-count");
    count.getStyleClass().addAll("count-badge", "problem-badge");
    count.setManaged(false);
    StackPane.setAlignment(count, Pos.TOP_RIGHT);
    getChildren().addAll(new FontIcon(icon), count);
    health.subscribe(
        now -> {
          int problems = now.problems().size();
          count.setVisible(problems > 0);
          count.setText(problems > MOST ? MOST + "+" : Integer.toString(problems));
          count.pseudoClassStateChanged(GRAVE, now.worst() == Severity.ERROR);
          requestLayout();
        });
  }

  /** The badge lies over the corner and takes no room, so that the icon stays in line. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Label count = (Label) lookup("#problem-count");
    count.autosize();
    count.relocate(getWidth() / 2 + 4, -6);
  }
}
