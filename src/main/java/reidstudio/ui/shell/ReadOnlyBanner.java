package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
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
  private final RunInView runs;
  private final ObservableValue<String> title;
  private final Widgets widgets;
  private final Label text = new Label();
  private final Button back;
  private Said said;

  /** What the banner says, and of what. */
  private record Said(RunTrace of, String name, String key, String back, List<String> problems) {}

  /**
   * Tells of the run that {@code runs} shows.
   *
   * @param title what the run in view is called
   */
  ReadOnlyBanner(RunInView runs, ObservableValue<String> title, Widgets widgets) {
    this.runs = runs;
    this.title = title;
    this.widgets = widgets;
    getStyleClass().add("read-only-banner");
    setId("read-only-banner");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    back = widgets.button("stored.back", Material2AL.ARROW_BACK, runs::backToLive, Styles.SMALL);
    back.setId("back-to-live");
    getChildren().addAll(new FontIcon(Material2MZ.VISIBILITY), text, back);
    visibleProperty().bind(runs.openedProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    runs.watch(() -> show(runs.openedProperty().get()));
    title.subscribe(() -> show(runs.openedProperty().get()));
  }

  /**
   * Null for none. A run that is followed may end, or turn out to have lines that make no sense.
   */
  private void show(RunTrace stored) {
    Said now = stored == null ? null : said(stored);
    if (Objects.equals(now, said)) {
      return;
    }
    said = now;
    text.textProperty().unbind();
    if (now != null) {
      back.textProperty().bind(widgets.messages().text(now.back()));
      text.textProperty()
          .bind(widgets.messages().text(now.key(), now.name(), now.problems().size()));
      text.setTooltip(
          now.problems().isEmpty()
              ? null
              : widgets.tooltip("stored.problems.tip", String.join("\n", now.problems())));
    }
  }

  private Said said(RunTrace stored) {
    boolean live = runs.current().isPresent();
    return new Said(
        stored,
        title.getValue(),
        key(stored, live ? "" : ".alone"),
        live ? "stored.back" : "stored.close",
        stored.problems());
  }

  /**
   * @param whom ends the key of a text that says what Start acts on
   */
  private static String key(RunTrace stored, String whom) {
    boolean written = stored.state().filter(state -> !state.isTerminal()).isPresent();
    if (written && !stored.interrupted() && stored.folder().isPresent()) {
      return "stored.following" + whom;
    }
    return stored.problems().isEmpty() ? "stored.viewing" + whom : "stored.viewing.problems";
  }
}
