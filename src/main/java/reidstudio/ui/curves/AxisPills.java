package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import reidstudio.store.XAxis;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** What charts run over: steps, epochs or time. */
public final class AxisPills extends HBox {
  /**
   * Sets {@code chosen}.
   *
   * @param prefix of the buttons' ids
   */
  public AxisPills(ObjectProperty<XAxis> chosen, String prefix, Widgets widgets) {
    ToggleGroup group = new ToggleGroup();
    HBox pills = new HBox();
    pills.getStyleClass().add("pills");
    for (XAxis axis : XAxis.values()) {
      String key = Messages.keyOf("axis", axis);
      ToggleButton pill = new ToggleButton();
      pill.setId(prefix + key.replace('.', '-'));
      pill.textProperty().bind(widgets.messages().text(key));
      pill.getStyleClass().addAll(shape(axis), Styles.SMALL);
      pill.setToggleGroup(group);
      pill.setSelected(axis == chosen.get());
      pill.setOnAction(
          event -> {
            pill.setSelected(true); // pressing the chosen one again must not leave none chosen
            chosen.set(axis);
          });
      pills.getChildren().add(pill);
    }
    getStyleClass().add("tool-group");
    getChildren().addAll(widgets.label("curves.axis", Styles.TEXT_SMALL), pills);
  }

  private static String shape(XAxis axis) {
    return switch (axis) {
      case STEP -> Styles.LEFT_PILL;
      case EPOCH -> Styles.CENTER_PILL;
      case SECONDS -> Styles.RIGHT_PILL;
    };
  }
}
