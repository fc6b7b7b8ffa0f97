package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** One line over the charts that says what is wrong with their run, and leads to the reasons. */
public final class HealthLine extends HBox {
  private final Messages messages;
  private final EngineWords words;
  private final StackPane icon = new StackPane();
  private final Label sentence = new Label();

  /**
   * Follows {@code model}.
   *
   * @param open shows the finding of an id
   */
  public HealthLine(RunHealthViewModel model, Widgets widgets, Consumer<String> open) {
    this.messages = widgets.messages();
    this.words = widgets.words();
    setId("health-line");
    getStyleClass().add("health-line");
    sentence.setId("health-line-text");
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button show =
        widgets.button(
            "health.line.show",
            Material2AL.ARROW_FORWARD,
            () -> first(model.shownProperty().get(), open),
            Styles.SMALL);
    show.setId("show-problems");
    show.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(icon, sentence, show);
    managedProperty().bind(visibleProperty());
    model.shownProperty().subscribe(this::show);
    messages.languageProperty().addListener(changed -> show(model.shownProperty().get()));
  }

  private static void first(HealthReading now, Consumer<String> open) {
    now.problems().stream().findFirst().ifPresent(finding -> open.accept(finding.id()));
  }

  private void show(HealthReading now) {
    setVisible(!now.problems().isEmpty());
    if (!isVisible()) {
      return;
    }
    String title = words.of(now.problems().get(0)).title();
    int count = now.problems().size();
    sentence.setText(count == 1 ? title : messages.get("health.line", count, title));
    icon.getChildren().setAll(new SeverityIcon(now.worst()));
    for (Severity each : Severity.values()) {
      getStyleClass().remove(SeverityIcon.styleOf(each));
    }
    getStyleClass().add(SeverityIcon.styleOf(now.worst()));
  }
}
