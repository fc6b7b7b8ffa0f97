package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;

/** Which charts are shown, and the way back to the customary layout. */
final class LayoutMenu extends MenuButton {
  /** Begins the id of a chart's entry. */
  private static final String CHART = "show-";

  LayoutMenu(CurvesViewModel model, Widgets widgets) {
    setId("chart-layout");
    setGraphic(new FontIcon(Material2AL.DASHBOARD));
    getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
    accessibleTextProperty().bind(widgets.messages().text("curves.layout"));
    setTooltip(widgets.tooltip("curves.layout.help"));
    MenuItem reset =
        widgets.menuItem("curves.layout.reset", Material2MZ.RESTORE, model::resetLayout);
    reset.setId("reset-layout");
    for (String key : CurvesViewModel.CHARTS) {
      getItems().add(shown(key, model, widgets));
    }
    setOnShowing(event -> offer(model.further()));
    getItems().addAll(new SeparatorMenuItem(), reset);
  }

  private static CheckMenuItem shown(String key, CurvesViewModel model, Widgets widgets) {
    CheckMenuItem item = new CheckMenuItem();
    item.setId(CHART + key);
    item.textProperty().bind(widgets.messages().text("curve." + key));
    item.setOnAction(
        event -> model.show(key, model.arrangementProperty().get().hidden().contains(key)));
    model.arrangementProperty().subscribe(now -> item.setSelected(!now.hidden().contains(key)));
    return item;
  }

  /** Which further charts there are depends on what the run measures. */
  private void offer(List<Curve> further) {
    Set<String> offered = new HashSet<>(CurvesViewModel.FIRST_CHARTS);
    further.forEach(curve -> offered.add(curve.key()));
    for (MenuItem item : getItems()) {
      if (item instanceof CheckMenuItem chart) {
        chart.setVisible(offered.contains(keyOf(chart)));
      }
    }
  }

  private static String keyOf(CheckMenuItem chart) {
    return chart.getId().substring(CHART.length());
  }
}
