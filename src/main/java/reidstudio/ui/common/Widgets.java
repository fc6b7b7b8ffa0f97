package reidstudio.ui.common;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls whose texts follow the language. */
public final class Widgets {
  private static final double TOOLTIP_WIDTH = 340;
  private static final Duration TOOLTIP_DELAY = Duration.millis(350);
  private static final Duration TOOLTIP_STAYS = Duration.minutes(1);

  private final Messages messages;
  private final EngineWords words;

  /** Takes texts from {@code messages}. */
  public Widgets(Messages messages) {
    this.messages = messages;
    this.words = new EngineWords(messages);
  }

  /** The texts themselves. */
  public Messages messages() {
    return messages;
  }

  /** The engine's sentences in the language of the window; one reading of all patterns. */
  public EngineWords words() {
    return words;
  }

  /** A label with the text of {@code key}. */
  public Label label(String key, String... styles) {
    Label label = new Label();
    label.textProperty().bind(messages.text(key));
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A button with a text and an icon. */
  public Button button(String key, Ikon icon, Runnable action, String... styles) {
    Button button = new Button();
    button.textProperty().bind(messages.text(key));
    return dressed(button, icon, action, styles);
  }

  /** A button that is only an icon; its text is the tooltip and what a screen reader says. */
  public Button iconButton(String key, Ikon icon, Runnable action, String... styles) {
    Button button = dressed(new Button(), icon, action, styles);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.accessibleTextProperty().bind(messages.text(key));
    explain(button, key);
    return button;
  }

  /** A button that stays pressed. */
  public ToggleButton toggle(String key, Ikon icon, String... styles) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(messages.text(key));
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(styles);
    return button;
  }

  /** An entry of a menu. */
  public MenuItem menuItem(String key, Ikon icon, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.text(key));
    item.setGraphic(new FontIcon(icon));
    item.setOnAction(event -> action.run());
    return item;
  }

  /** Has {@code node} say what it is, in the language in use. */
  public void explain(Node node, String key, Object... arguments) {
    explain(node, messages.text(key, arguments));
  }

  /**
   * Has {@code node} say what it is: to a screen reader, and in a tooltip, which is a window of its
   * own and is therefore not made before the mouse is over the node. Once for each node.
   */
  public void explain(Node node, ObservableValue<String> text) {
    node.accessibleHelpProperty().bind(text);
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent entered) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip.install(node, tooltip(text));
          }
        });
  }

  /** A tooltip that wraps and stays long enough to be read. */
  public Tooltip tooltip(String key, Object... arguments) {
    return tooltip(messages.text(key, arguments));
  }

  private static Tooltip tooltip(ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    tooltip.setShowDuration(TOOLTIP_STAYS);
    return tooltip;
  }

  private static <B extends ButtonBase> B dressed(
      B button, Ikon icon, Runnable action, String... styles) {
    button.setGraphic(new FontIcon(icon));
    button.setOnAction(event -> action.run());
    button.getStyleClass().addAll(styles);
    return button;
  }
}
