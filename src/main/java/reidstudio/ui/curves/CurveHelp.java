package reidstudio.ui.curves;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.Widgets;

/** What a chart means to someone who sees it for the first time: healthy, and not healthy. */
final class CurveHelp {
  /** Of its sentences; without it the window takes them for single lines and cuts them off. */
  private static final double WIDTH = 320;

  private final Curve curve;
  private final Widgets widgets;
  private final Button button;
  private Popover popover;

  CurveHelp(Curve curve, Widgets widgets) {
    this.curve = curve;
    this.widgets = widgets;
    button = widgets.iconButton("curve.help", Material2AL.HELP_OUTLINE, this::toggle, Styles.SMALL);
    button.getStyleClass().add("curve-help");
    button.setFocusTraversable(true);
  }

  /** Shows it, or takes it away. */
  Button button() {
    return button;
  }

  private void toggle() {
    if (popover == null) {
      popover = make();
    }
    if (popover.isShowing()) {
      popover.hide();
    } else {
      popover.show(button);
    }
  }

  private Popover make() {
    String key = curve.texts();
    Label title = new Label();
    title.textProperty().bind(curve.title(widgets.messages()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    VBox body =
        new VBox(
            title,
            sentence(widgets, key + ".healthy", "help-good"),
            sentence(widgets, key + ".ill", "help-bad"));
    body.getStyleClass().add("popover-body");
    Popover made = new Popover(body);
    made.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    return made;
  }

  private static Label sentence(Widgets widgets, String key, String style) {
    Label label = widgets.label(key, style);
    label.setWrapText(true);
    label.setPrefWidth(WIDTH);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
