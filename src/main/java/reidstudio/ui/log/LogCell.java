package reidstudio.ui.log;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import reidstudio.store.LogEntry;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;

/** Icon, time, step and text of a log line; long lines wrap. */
final class LogCell extends ListCell<LogEntry> {
  private static final double MARGIN = 220;
  private static final double DATE = 90;

  private final LogViewModel model;

  private final Messages messages;

  LogCell(LogViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  @Override
  protected void updateItem(LogEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    Label time = new Label(model.time(entry));
    time.getStyleClass().addAll("mono", "log-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Label step = new Label(entry.step() == 0 ? "" : messages.get("log.step", entry.step()));
    step.getStyleClass().addAll("log-step");
    Label text = new Label(entry.text());
    text.setWrapText(true);
    double beside = model.isOnFirstDay(entry) ? MARGIN : MARGIN + DATE;
    text.maxWidthProperty().bind(getListView().widthProperty().subtract(beside));
    text.getStyleClass().add(SeverityIcon.styleOf(entry.severity()));
    HBox line = new HBox(new SeverityIcon(entry.severity()), time, step, text);
    line.getStyleClass().add("log-line");
    setGraphic(line);
  }
}
