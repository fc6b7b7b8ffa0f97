package reidstudio.ui.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.store.XAxis;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The way back, and how all charts of the comparison are shown. */
final class CompareToolbar extends HBox {
  private static final double MOST_SMOOTHING = 0.99;
  private static final double SLIDER_WIDTH = 120;

  private final CompareViewModel model;
  private final Widgets widgets;

  CompareToolbar(CompareViewModel model, Widgets widgets, Runnable resetZoom) {
    this.model = model;
    this.widgets = widgets;
    getStyleClass().addAll("page-toolbar", "curves-toolbar");
    Button back = widgets.button("compare.back", Material2AL.ARROW_BACK, model::close);
    back.setId("compare-back");
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE_3);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> widgets.messages().get("compare.title", model.asked()),
                model.openProperty(),
                model.runsProperty(),
                widgets.messages().languageProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox tools =
        new HBox(
            smoothing(),
            axes(),
            widgets.button("chart.reset-zoom", Material2MZ.ZOOM_OUT_MAP, resetZoom));
    tools.getStyleClass().add("curves-toolbar");
    tools.visibleProperty().bind(Bindings.createBooleanBinding(this::isRead, model.runsProperty()));
    getChildren().addAll(back, title, gap, tools);
  }

  private boolean isRead() {
    return !model.runsProperty().get().isEmpty();
  }

  private HBox smoothing() {
    Slider slider = new Slider(0, MOST_SMOOTHING, model.smoothingProperty().get());
    slider.setId("compare-smoothing");
    slider.valueProperty().bindBidirectional(model.smoothingProperty());
    slider.setPrefWidth(SLIDER_WIDTH);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setTooltip(widgets.tooltip("compare.smoothing.help"));
    slider.accessibleTextProperty().bind(widgets.messages().text("curves.smoothing"));
    Label name = widgets.label("curves.smoothing", Styles.TEXT_SMALL);
    name.setLabelFor(slider);
    Label value = new Label();
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Figures.percent(model.smoothingProperty().get()), model.smoothingProperty()));
    value.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "smoothing-value");
    HBox box = new HBox(name, slider, value);
    box.getStyleClass().add("tool-group");
    return box;
  }

  private HBox axes() {
    ToggleGroup group = new ToggleGroup();
    HBox pills = new HBox();
    for (XAxis axis : XAxis.values()) {
      ToggleButton pill = new ToggleButton();
      pill.setId("compare-axis-" + axis.name().toLowerCase(java.util.Locale.ROOT));
      pill.textProperty().bind(widgets.messages().text(Messages.keyOf("axis", axis)));
      pill.getStyleClass().addAll(shape(axis), Styles.SMALL);
      pill.setToggleGroup(group);
      pill.setSelected(axis == model.axisProperty().get());
      pill.setOnAction(
          event -> {
            pill.setSelected(true); // pressing the chosen one again must not leave none chosen
            model.axisProperty().set(axis);
          });
      pills.getChildren().add(pill);
    }
    pills.getStyleClass().add("pills");
    HBox box = new HBox(widgets.label("curves.axis", Styles.TEXT_SMALL), pills);
    box.getStyleClass().add("tool-group");
    return box;
  }

  private static String shape(XAxis axis) {
    return switch (axis) {
      case STEP -> Styles.LEFT_PILL;
      case EPOCH -> Styles.CENTER_PILL;
      case SECONDS -> Styles.RIGHT_PILL;
    };
  }
}
