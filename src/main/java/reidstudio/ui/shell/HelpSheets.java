package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import reidstudio.config.StudioHome;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The list of keys, and what this program is. */
final class HelpSheets {
  private static final double TEXT_WIDTH = 420;

  /** What mouse and keys do in a chart, in the order in which one needs it. */
  private static final List<String> IN_CHARTS =
      List.of(
          "move",
          "rectangle",
          "wheel",
          "wheel-y",
          "undo",
          "all",
          "cursor",
          "pin",
          "lead",
          "batch",
          "fill",
          "menu",
          "place");

  private final Sheet sheet;
  private final Widgets widgets;

  HelpSheets(Sheet sheet, Widgets widgets) {
    this.sheet = sheet;
    this.widgets = widgets;
  }

  void keys() {
    List<Row> everywhere =
        Arrays.stream(Shortcut.values())
            .map(
                each ->
                    new Row(
                        new Label(each.keys().getDisplayText()),
                        widgets.label(Messages.keyOf("key", each))))
            .toList();
    List<Row> inCharts =
        IN_CHARTS.stream()
            .map(
                each ->
                    new Row(
                        widgets.label("key.chart." + each + ".keys"),
                        widgets.label("key.chart." + each)))
            .toList();
    GridPane table = new GridPane();
    table.getStyleClass().add("keys");
    int below = add(table, everywhere, 0);
    table.add(widgets.label("key.charts", Styles.TEXT_BOLD, "keys-heading"), 0, below, 4, 1);
    add(table, inCharts, below + 1);
    sheet.tell("menu.keys", table);
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

  /** What is pressed, and what that does. */
  private record Row(Label keys, Label action) {}

  /** Adds {@code rows} in two columns from row {@code first} on; returns the row below them. */
  private static int add(GridPane table, List<Row> rows, int first) {
    int half = (rows.size() + 1) / 2;
    for (int i = 0; i < rows.size(); i++) {
      int column = 2 * (i / half);
      rows.get(i).keys().getStyleClass().add("key");
      table.add(rows.get(i).keys(), column, first + i % half);
      table.add(rows.get(i).action(), column + 1, first + i % half);
    }
    return first + half;
  }
}
