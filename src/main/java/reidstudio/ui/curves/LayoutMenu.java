package reidstudio.ui.curves;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
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

  /** The line and the way back. */
  private static final int BELOW_CHARTS = 2;

  LayoutMenu(CurvesViewModel model, Widgets widgets) {
    setId("chart-layout");
    setGraphic(new FontIcon(Material2AL.DASHBOARD));
    getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
    accessibleTextProperty().bind(widgets.messages().text("curves.layout"));
    widgets.explain(this, "curves.layout.help");
    MenuItem reset =
        widgets.menuItem("curves.layout.reset", Material2MZ.RESTORE, model::resetLayout);
    reset.setId("reset-layout");
    for (String key : CurvesViewModel.FIRST_CHARTS) {
      getItems().add(shown(key, widgets.messages().text("curve." + key), model));
    }
    Curve.further().forEach(curve -> getItems().add(shown(curve, model, widgets)));
    getItems().addAll(new SeparatorMenuItem(), reset);
    setOnShowing(event -> offer(model, widgets));
  }

  private static CheckMenuItem shown(Curve curve, CurvesViewModel model, Widgets widgets) {
    return shown(curve.key(), curve.title(widgets.messages()), model);
  }

  private static CheckMenuItem shown(
      String key, ObservableValue<String> title, CurvesViewModel model) {
    CheckMenuItem item = new CheckMenuItem();
    item.setId(CHART + key);
    item.textProperty().bind(title);
    item.setOnAction(
        event -> model.show(key, model.arrangementProperty().get().hidden().contains(key)));
    model.arrangementProperty().subscribe(now -> item.setSelected(!now.hidden().contains(key)));
    return item;
  }

  /** Which further charts there are depends on what the run measures. */
  private void offer(CurvesViewModel model, Widgets widgets) {
    Set<String> offered = new HashSet<>(CurvesViewModel.FIRST_CHARTS);
    for (Curve curve : model.further()) {
      offered.add(curve.key());
      if (charts().noneMatch(item -> keyOf(item).equals(curve.key()))) {
        getItems().add(getItems().size() - BELOW_CHARTS, shown(curve, model, widgets));
      }
    }
    charts().forEach(item -> item.setVisible(offered.contains(keyOf(item))));
  }

  private Stream<CheckMenuItem> charts() {
    return getItems().stream()
        .filter(CheckMenuItem.class::isInstance)
        .map(CheckMenuItem.class::cast);
  }

  private static String keyOf(CheckMenuItem chart) {
    return chart.getId().substring(CHART.length());
  }
}
