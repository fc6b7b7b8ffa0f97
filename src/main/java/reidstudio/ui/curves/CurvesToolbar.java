package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.store.XAxis;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** How all charts are shown: smoothing, axes, zoom, and whether there are more of them. */
final class CurvesToolbar extends HBox {
  private static final double MOST_SMOOTHING = 0.99;

  private final CurvesViewModel model;
  private final Widgets widgets;

  CurvesToolbar(CurvesViewModel model, Widgets widgets, Runnable resetZoom) {
    this.model = model;
    this.widgets = widgets;
    getStyleClass().add("curves-toolbar");
    CheckBox log = new CheckBox();
    log.setId("log-axis");
    log.textProperty().bind(widgets.messages().text("chart.log"));
    log.selectedProperty().bindBidirectional(model.logAxisProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ToggleButton more = widgets.toggle("curves.more", Material2MZ.TABLE_CHART, Styles.SMALL);
    more.setId("more-charts");
    more.selectedProperty().bindBidirectional(model.moreProperty());
    getChildren()
        .addAll(
            smoothing(),
            axes(),
            log,
            gap,
            widgets.iconButton(
                "chart.reset-zoom", Material2MZ.ZOOM_OUT_MAP, resetZoom, Styles.SMALL),
            more,
            new LayoutMenu(model, widgets));
  }

  private HBox smoothing() {
    Slider slider = new Slider(0, MOST_SMOOTHING, model.smoothingProperty().get());
    slider.setId("smoothing");
    slider.valueProperty().bindBidirectional(model.smoothingProperty());
    slider.setPrefWidth(120);
    slider.getStyleClass().add(Styles.SMALL);
    slider.setTooltip(widgets.tooltip("curves.smoothing.help"));
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
      pill.setId(Messages.keyOf("axis", axis).replace('.', '-'));
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
