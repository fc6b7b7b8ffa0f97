package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WidgetsTest {
  /** Where JavaFX keeps the tooltip of a node. */
  private static final String INSTALLED = "javafx.scene.control.Tooltip";

  private final Messages messages = new Messages(Language.ENGLISH);
  private Label label;

  @Start
  void start(Stage stage) {
    label = new Label("batch");
    stage.setScene(new Scene(new Group(label), 300, 100));
    stage.show();
    new Widgets(messages).explain(label, "setup.files");
  }

  @Test
  void aTooltipIsMadeAndShownWhenTheMouseComes() throws Exception {
    String text = messages.get("setup.files");
    assertThat(label.getAccessibleHelp()).isEqualTo(text);
    assertThat(tooltips()).isEmpty();

    mouse(MouseEvent.MOUSE_ENTERED);
    Object made = label.getProperties().get(INSTALLED);
    mouse(MouseEvent.MOUSE_MOVED);
    mouse(MouseEvent.MOUSE_EXITED);
    mouse(MouseEvent.MOUSE_ENTERED);
    mouse(MouseEvent.MOUSE_MOVED);

    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> tooltips().contains(text));
    assertThat(made).isInstanceOf(Tooltip.class);
    assertThat(label.getProperties().get(INSTALLED))
        .as("one however often the mouse comes")
        .isSameAs(made);
  }

  @Test
  void itFollowsTheLanguage() {
    String english = label.getAccessibleHelp();

    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> messages.languageProperty().set(Language.CHINESE));

    assertThat(label.getAccessibleHelp())
        .isEqualTo(messages.get("setup.files"))
        .isNotEqualTo(english);
  }

  private List<String> tooltips() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          List<String> texts = new ArrayList<>();
          for (Window window : Window.getWindows()) {
            if (window instanceof Tooltip tooltip) {
              texts.add(tooltip.getText());
            }
          }
          return texts;
        });
  }

  private void mouse(EventType<MouseEvent> type) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> label.fireEvent(at(type)));
  }

  private MouseEvent at(EventType<MouseEvent> type) {
    return new MouseEvent(
        type,
        2,
        2,
        2,
        2,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }
}
