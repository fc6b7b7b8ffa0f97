package reidstudio.ui.common;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;

/** Open notices as cards over a corner of the window; nothing below them is blocked. */
public final class NoticeStack extends VBox {
  private static final Duration CONFIRMATION_STAYS = Duration.seconds(3);
  private static final Duration UNDO_STAYS = Duration.seconds(12);

  private final Map<Notice, Node> cards = new LinkedHashMap<>();
  private final ErrorFunnel errors;
  private final Widgets widgets;
  private final TextClipboard clipboard;

  /** Shows the notices of {@code errors}. */
  public NoticeStack(ErrorFunnel errors, Widgets widgets, TextClipboard clipboard) {
    this.errors = errors;
    this.widgets = widgets;
    this.clipboard = clipboard;
    getStyleClass().add("notice-stack");
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    errors.notices().addListener((ListChangeListener<Notice>) change -> refresh());
  }

  private void refresh() {
    cards.keySet().retainAll(errors.notices());
    errors.notices().forEach(notice -> cards.computeIfAbsent(notice, this::card));
    getChildren().setAll(errors.notices().stream().map(cards::get).toList());
  }

  private Node card(Notice notice) {
    Label title = new Label(notice.title());
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(new SeverityIcon(notice.severity()), title);
    head.getStyleClass().add("notice-head");
    if (notice.times() > 1) {
      Label times = new Label();
      times.textProperty().bind(widgets.messages().text("notice.times", notice.times()));
      times.getStyleClass().add("count-badge");
      times.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(times);
    }
    head.getChildren()
        .add(widgets.iconButton("common.close", Material2AL.CLOSE, () -> errors.dismiss(notice)));
    VBox card = new VBox(head);
    card.getStyleClass().addAll("notice", SeverityIcon.styleOf(notice.severity()));
    notice.action().ifPresent(action -> card.getChildren().add(button(notice, action)));
    if (!notice.details().isEmpty()) {
      addDetails(card, notice.details());
    }
    if (notice.severity() == Severity.INFO) {
      PauseTransition stay =
          new PauseTransition(notice.action().isPresent() ? UNDO_STAYS : CONFIRMATION_STAYS);
      stay.setOnFinished(event -> errors.dismiss(notice));
      stay.play();
    }
    return card;
  }

  /** Whoever follows a notice has read it. */
  private HBox button(Notice notice, Notice.Action action) {
    Button button =
        widgets.button(
            action.key(),
            // what was done well leads nowhere but back
            notice.severity() == Severity.INFO ? Material2MZ.UNDO : Material2AL.ARROW_FORWARD,
            () -> {
              errors.dismiss(notice);
              action.run().run();
            },
            Styles.SMALL);
    HBox foot = new HBox(button);
    foot.getStyleClass().add("notice-foot");
    return foot;
  }

  private void addDetails(VBox card, String details) {
    TextArea area = new TextArea(details);
    area.setEditable(false);
    area.setPrefRowCount(6);
    area.getStyleClass().add("mono");
    Button copy =
        widgets.button(
            "common.copy", Material2AL.CONTENT_COPY, () -> clipboard.copy(details), Styles.SMALL);
    VBox body = new VBox(area, copy);
    body.getStyleClass().add("notice-details");
    body.setVisible(false);
    body.managedProperty().bind(body.visibleProperty());
    Button more =
        widgets.button(
            "notice.details",
            Material2AL.EXPAND_MORE,
            () -> body.setVisible(!body.isVisible()),
            Styles.SMALL,
            Styles.FLAT);
    card.getChildren().addAll(more, body);
  }
}
