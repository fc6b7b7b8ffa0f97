package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/** Something that is folded away until it is asked for. */
final class Fold extends TitledPane {
  Fold(Node content) {
    setContent(content);
    setMinWidth(0);
    setAnimated(false);
    setExpanded(false);
    getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON, "fold");
    managedProperty().bind(visibleProperty());
  }
}
