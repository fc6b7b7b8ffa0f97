package reidstudio.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Notice;
import reidstudio.ui.common.SeverityIcon;

/**
 * Repeats a notice in the corner of the screen while the user looks at another program: a run that
 * ended or a problem that was found would else wait unseen. A click brings the window back.
 */
final class DesktopNotices {
  private static final Duration SHOWN_FOR = Duration.seconds(20);

  /** Of ControlsFX. */
  private static final String CARD = ".notification-bar";

  private final Stage stage;
  private final Messages messages;
  private final BooleanSupplier away;

  /**
   * @param away whether nobody looks at the window
   */
  DesktopNotices(Stage stage, ErrorFunnel errors, Messages messages, BooleanSupplier away) {
    this.stage = stage;
    this.messages = messages;
    this.away = away;
    errors.notices().addListener(this::changed);
  }

  private void changed(ListChangeListener.Change<? extends Notice> change) {
    while (change.next()) {
      // one that only happened again replaces itself, and was told already
      if (change.wasAdded() && !change.wasReplaced() && away.getAsBoolean()) {
        change.getAddedSubList().forEach(this::show);
      }
    }
  }

  private void show(Notice notice) {
    Notifications.create()
        .title(messages.get("app.title"))
        .text(notice.title())
        .graphic(new SeverityIcon(notice.severity()))
        .position(Pos.BOTTOM_RIGHT)
        .hideAfter(SHOWN_FOR)
        .onAction(event -> comeBack(notice))
        .show();
    dress();
  }

  /** The card comes in a window of its own, which knows the theme but not the program's styles. */
  private void dress() {
    List<String> styles = stage.getScene().getRoot().getStylesheets();
    Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(root -> root.lookup(CARD) != null)
        .forEach(root -> root.getStylesheets().setAll(styles));
  }

  private void comeBack(Notice notice) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    notice.action().ifPresent(action -> action.run().run());
  }
}
