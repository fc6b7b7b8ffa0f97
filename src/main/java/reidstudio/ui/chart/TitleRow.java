package reidstudio.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Title and unit of a chart on the left, its menu on the right, and between them, where there is
 * room for it, how many points stand behind the lines.
 */
final class TitleRow extends HBox {
  private final Region spring = new Region();
  private final Label points = new Label();
  private String full = "";
  private String brief = "";

  TitleRow(Label title, Label unit, Node menu) {
    getStyleClass().add("trace-title-row");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(spring, Priority.ALWAYS);
    points.getStyleClass().add("trace-points");
    // a number that changes with each step must not lay out the window anew
    points.setManaged(false);
    getChildren().addAll(title, unit, spring, menu, points);
  }

  /**
   * Tells of the points.
   *
   * @param text empty where there is none
   * @param shorter takes its place where it has no room
   */
  void tell(String text, String shorter) {
    if (!text.equals(full)) {
      full = text;
      brief = shorter;
      place();
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    place();
  }

  private void place() {
    points.setText(full);
    if (!fits()) {
      points.setText(brief);
    }
    points.setVisible(!points.getText().isEmpty() && fits());
    double width = Math.ceil(points.prefWidth(-1));
    double height = Math.ceil(points.prefHeight(-1));
    points.resizeRelocate(
        spring.getLayoutX() + spring.getWidth() - width,
        Math.rint((getHeight() - height) / 2),
        width,
        height);
  }

  private boolean fits() {
    return Math.ceil(points.prefWidth(-1)) <= spring.getWidth();
  }
}
