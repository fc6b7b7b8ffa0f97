package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

@ExtendWith(ApplicationExtension.class)
class DesktopNoticesTest {
  private static final Paint FILL = Color.rgb(1, 2, 3);
  private static final String STYLES =
      "data:text/css,.root .notification-bar > .pane {-fx-background-color: rgb(1,2,3);}";

  private final Messages messages = new Messages(Language.ENGLISH);
  private final ErrorFunnel errors = new ErrorFunnel(messages);
  private final AtomicBoolean away = new AtomicBoolean();

  @Start
  void start(Stage stage) {
    StackPane root = new StackPane();
    root.getStylesheets().add(STYLES);
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
    new DesktopNotices(stage, errors, messages, away::get);
  }

  @Test
  void onlyWhoIsAwayIsToldOnTheDesktopAndOnlyOnce() {
    tell("run-1 is complete.");
    assertThat(told()).isEmpty();
    away.set(true);
    tell("run-2 is complete.");
    tell("run-2 is complete.");
    assertThat(told()).containsExactly("run-2 is complete.");
  }

  @Test
  void theCardHasTheStylesOfTheWindow() {
    away.set(true);
    tell("run-3 is complete.");
    assertThat(fills()).isNotEmpty().allMatch(FILL::equals);
  }

  /** What the cards are filled with. */
  private static List<Paint> fills() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () ->
            Window.getWindows().stream()
                .flatMap(
                    window ->
                        window.getScene().getRoot().lookupAll(".notification-bar > .pane").stream())
                .map(Region.class::cast)
                .peek(Region::applyCss)
                .map(pane -> pane.getBackground().getFills().get(0).getFill())
                .toList());
  }

  private void tell(String text) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> errors.confirm(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Texts of the cards in the corner of the screen. */
  private static List<String> told() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () ->
            Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .filter(text -> text != null && text.contains("complete"))
                .toList());
  }
}
