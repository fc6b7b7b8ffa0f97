package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import reidstudio.config.StudioHome;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The list of keys, and what this program is. */
final class HelpSheets {
  private static final double TEXT_WIDTH = 420;

  private final Sheet sheet;
  private final Widgets widgets;

  HelpSheets(Sheet sheet, Widgets widgets) {
    this.sheet = sheet;
    this.widgets = widgets;
  }

  void keys() {
    GridPane table = new GridPane();
    table.getStyleClass().add("keys");
    Shortcut[] all = Shortcut.values();
    int half = (all.length + 1) / 2;
    for (int i = 0; i < all.length; i++) {
      Label keys = new Label(all[i].keys().getDisplayText());
      keys.getStyleClass().add("key");
      int column = 2 * (i / half);
      table.add(keys, column, i % half);
      table.add(widgets.label(Messages.keyOf("key", all[i])), column + 1, i % half);
    }
    Label charts = widgets.label("key.charts", Styles.TEXT_MUTED);
    charts.setWrapText(true);
    charts.setPrefWidth(TEXT_WIDTH);
    VBox body = new VBox(table, charts);
    body.getStyleClass().add("sheet-body");
    sheet.tell("menu.keys", body);
  }

  void about(String version, StudioHome home) {
    Label what = widgets.label("about.what");
    Label where = new Label();
    where.textProperty().bind(widgets.messages().text("about.where", home.root()));
    Label which = new Label();
    which.textProperty().bind(widgets.messages().text("about.version", version));
    VBox body = new VBox(what, which, where);
    for (Label label : new Label[] {what, which, where}) {
      label.setWrapText(true);
      label.setPrefWidth(TEXT_WIDTH);
    }
    where.getStyleClass().add(Styles.TEXT_MUTED);
    which.getStyleClass().add(Styles.TEXT_MUTED);
    body.getStyleClass().add("sheet-body");
    sheet.tell("menu.about", body);
  }
}
