package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.Widgets;

/** Says that the pages show a stored run, and leads back. */
final class ReadOnlyBanner extends HBox {
  ReadOnlyBanner(RunInView runs, Widgets widgets) {
    getStyleClass().add("read-only-banner");
    setId("read-only-banner");
    Label text = new Label();
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button back =
        widgets.button("stored.back", Material2AL.ARROW_BACK, runs::backToLive, Styles.SMALL);
    back.setId("back-to-live");
    getChildren().addAll(new FontIcon(Material2MZ.VISIBILITY), text, back);
    visibleProperty().bind(runs.openedProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    runs.openedProperty()
        .subscribe(
            stored -> {
              text.textProperty().unbind();
              if (stored != null) {
                text.textProperty()
                    .bind(
                        widgets
                            .messages()
                            .text(key(stored), stored.run(), stored.problems().size()));
                text.setTooltip(
                    stored.problems().isEmpty()
                        ? null
                        : widgets.tooltip(
                            "stored.problems.tip", String.join("\n", stored.problems())));
              }
            });
  }

  private static String key(RunTrace stored) {
    boolean written = stored.state().filter(state -> !state.isTerminal()).isPresent();
    if (written && !stored.interrupted() && stored.folder().isPresent()) {
      return "stored.following";
    }
    return stored.problems().isEmpty() ? "stored.viewing" : "stored.viewing.problems";
  }
}
