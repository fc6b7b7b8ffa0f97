package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;

/** How all charts are shown: smoothing, axes, zoom, and whether there are more of them. */
final class CurvesToolbar extends HBox {
  CurvesToolbar(CurvesViewModel model, Widgets widgets, Runnable resetZoom) {
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
            new SmoothingSlider(
                model.smoothingProperty(), "smoothing", "curves.smoothing.help", widgets),
            new AxisPills(model.axisProperty(), "", widgets),
            log,
            gap,
            widgets.iconButton(
                "chart.reset-zoom", Material2MZ.ZOOM_OUT_MAP, resetZoom, Styles.SMALL),
            more,
            new LayoutMenu(model, widgets));
  }
}
