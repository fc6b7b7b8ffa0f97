package reidstudio.ui.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.curves.AxisPills;
import reidstudio.ui.curves.SmoothingSlider;

/** The way back, and how all charts of the comparison are shown. */
final class CompareToolbar extends HBox {
  private final CompareViewModel model;

  CompareToolbar(CompareViewModel model, Widgets widgets, Runnable resetZoom) {
    this.model = model;
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
            new SmoothingSlider(
                model.smoothingProperty(), "compare-smoothing", "compare.smoothing.help", widgets),
            new AxisPills(model.axisProperty(), "compare-", widgets),
            widgets.button("chart.reset-zoom", Material2MZ.ZOOM_OUT_MAP, resetZoom));
    tools.getStyleClass().add("curves-toolbar");
    tools.visibleProperty().bind(Bindings.createBooleanBinding(this::isRead, model.runsProperty()));
    getChildren().addAll(back, title, gap, tools);
  }

  private boolean isRead() {
    return !model.runsProperty().get().isEmpty();
  }
}
