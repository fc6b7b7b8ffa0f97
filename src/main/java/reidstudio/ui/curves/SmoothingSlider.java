package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Widgets;

/** How smooth the lines of charts are, from 0 to 99 %. */
public final class SmoothingSlider extends HBox {
  private static final double MOST = 0.99;
  private static final double WIDTH = 120;

  /**
   * Sets {@code smoothing}.
   *
   * @param id of the slider
   * @param help key of what it says under the mouse
   */
  public SmoothingSlider(DoubleProperty smoothing, String id, String help, Widgets widgets) {
    Slider slider = new Slider(0, MOST, smoothing.get());
    slider.setId(id);
    slider.valueProperty().bindBidirectional(smoothing);
    slider.setPrefWidth(WIDTH);
    slider.getStyleClass().add(Styles.SMALL);
    widgets.explain(slider, help);
    slider.accessibleTextProperty().bind(widgets.messages().text("curves.smoothing"));
    Label name = widgets.label("curves.smoothing", Styles.TEXT_SMALL);
    name.setLabelFor(slider);
    Label value = new Label();
    value
        .textProperty()
        .bind(Bindings.createStringBinding(() -> Figures.percent(smoothing.get()), smoothing));
    value.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "smoothing-value");
    getStyleClass().add("tool-group");
    getChildren().addAll(name, slider, value);
  }
}
