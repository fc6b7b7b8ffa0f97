package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import reidstudio.event.SettingScores;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.NumberOrder;
import reidstudio.ui.common.Widgets;

/** The settings with their scores, and beside them what they are measured against. */
final class SettingTable extends TableView<SettingRow> {
  private static final double NUMBER = 56;
  private static final double WIDE = 840;

  private final Widgets widgets;
  private final Messages messages;
  private final SettingWords words;
  private Sparkline.Scale scale = Sparkline.Scale.of(List.of());
  private final TableColumn<SettingRow, SettingRow> queries;
  private final TableColumn<SettingRow, SettingRow> minp;
  private final TableColumn<SettingRow, SettingRow> rank5;
  private final TableColumn<SettingRow, SettingRow> rank10;
  private final TableColumn<SettingRow, SettingRow> rankGain;
  private final TableColumn<SettingRow, SettingRow> mapGain;
  private final TableColumn<SettingRow, SettingRow> referenceRank;
  private final TableColumn<SettingRow, SettingRow> referenceMap;

  SettingTable(Widgets widgets) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new SettingWords(messages);
    setId("settings-table");
    getStyleClass().addAll(Styles.DENSE, Styles.STRIPED, "settings-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getColumns().add(setting());
    queries = wide(number("queries", row -> row.scores().queries(), "%,.0f"), 68);
    getColumns().add(queries);
    getColumns().add(share("rank1", row -> row.scores().rank1()));
    rank5 = share("rank5", row -> row.scores().rank5());
    rank10 = share("rank10", row -> row.scores().rank10());
    getColumns().add(rank5);
    getColumns().add(rank10);
    TableColumn<SettingRow, SettingRow> map = share("map", row -> row.scores().map());
    map.getStyleClass().add("main-column");
    getColumns().add(map);
    minp = share("minp", row -> row.scores().minp());
    getColumns().add(minp);
    getColumns().add(wide(share("chance", SettingRow::chanceMap), 64));
    rankGain = gain("rank1-gain", SettingRow::rank1Gain);
    mapGain = gain("map-gain", SettingRow::mapGain);
    referenceRank = share("reference-rank1", row -> reference(row, SettingScores::rank1));
    referenceMap = share("reference-map", row -> reference(row, SettingScores::map));
    for (TableColumn<SettingRow, SettingRow> extra :
        List.of(rankGain, mapGain, referenceRank, referenceMap)) {
      extra.setVisible(false);
      getColumns().add(wide(extra, 66));
    }
    wide(referenceMap, 80);
    getColumns().add(history());
    messages.languageProperty().subscribe(value -> refresh());
    widthProperty().subscribe(value -> makeRoom());
    accessibleTextProperty().bind(messages.text("retrieval.table"));
  }

  /** A selection survives where the same settings are shown. */
  void show(List<SettingRow> rows, boolean compared, boolean reference) {
    rankGain.setVisible(compared);
    mapGain.setVisible(compared);
    referenceRank.setVisible(reference);
    referenceMap.setVisible(reference);
    makeRoom();
    List<String> chosen = chosen();
    scale = Sparkline.Scale.of(rows);
    getItems().setAll(rows);
    sort();
    for (int i = 0; i < rows.size(); i++) {
      if (chosen.contains(getItems().get(i).scores().setting())) {
        getSelectionModel().select(i);
      }
    }
  }

  /** In a small window other columns step back while there is something to compare with. */
  private void makeRoom() {
    boolean one = mapGain.isVisible() || referenceMap.isVisible();
    boolean both = mapGain.isVisible() && referenceMap.isVisible();
    boolean wide = getWidth() > WIDE;
    rank5.setVisible(wide || !one);
    rank10.setVisible(wide || !one);
    queries.setVisible(wide || !both);
    minp.setVisible(wide || !both);
  }

  private static TableColumn<SettingRow, SettingRow> wide(
      TableColumn<SettingRow, SettingRow> column, double width) {
    column.setMaxWidth(width + 14);
    column.setMinWidth(width);
    column.setPrefWidth(width + 4);
    return column;
  }

  /** The settings that are selected. */
  List<String> chosen() {
    return getSelectionModel().getSelectedItems().stream()
        .filter(java.util.Objects::nonNull)
        .map(row -> row.scores().setting())
        .toList();
  }

  private static double reference(SettingRow row, ToDoubleFunction<SettingScores> score) {
    return row.reference().map(score::applyAsDouble).orElse(Double.NaN);
  }

  private TableColumn<SettingRow, SettingRow> setting() {
    TableColumn<SettingRow, SettingRow> column =
        column("setting", c -> new TextCell(row -> words.setting(row.scores().setting())));
    column.setPrefWidth(172);
    column.setMinWidth(96);
    return column;
  }

  private TableColumn<SettingRow, SettingRow> share(String key, ToDoubleFunction<SettingRow> of) {
    TableColumn<SettingRow, SettingRow> column =
        column(key, c -> new TextCell(row -> SettingWords.points(of.applyAsDouble(row))));
    return narrow(column, of);
  }

  private TableColumn<SettingRow, SettingRow> number(
      String key, ToDoubleFunction<SettingRow> of, String format) {
    TableColumn<SettingRow, SettingRow> column =
        column(
            key,
            c ->
                new TextCell(
                    row -> String.format(java.util.Locale.ROOT, format, of.applyAsDouble(row))));
    return narrow(column, of);
  }

  private TableColumn<SettingRow, SettingRow> gain(String key, ToDoubleFunction<SettingRow> of) {
    return narrow(column(key, c -> new GainCell(of)), of);
  }

  private static TableColumn<SettingRow, SettingRow> narrow(
      TableColumn<SettingRow, SettingRow> column, ToDoubleFunction<SettingRow> of) {
    column.getStyleClass().add("number-column");
    column.setPrefWidth(NUMBER);
    column.setMinWidth(NUMBER - 6);
    column.setMaxWidth(NUMBER + 18);
    column.setComparator(new NumberOrder<>(column, of));
    return column;
  }

  private TableColumn<SettingRow, SettingRow> history() {
    TableColumn<SettingRow, SettingRow> column = column("history", c -> new HistoryCell());
    column.setPrefWidth(120);
    column.setMinWidth(70);
    column.setSortable(false);
    return column;
  }

  private TableColumn<SettingRow, SettingRow> column(
      String key,
      javafx.util.Callback<TableColumn<SettingRow, SettingRow>, TableCell<SettingRow, SettingRow>>
          cells) {
    TableColumn<SettingRow, SettingRow> column = new TableColumn<>();
    javafx.scene.control.Label head = widgets.label("retrieval.column." + key);
    widgets.explain(head, "retrieval.column." + key + ".help");
    column.setGraphic(head);
    column.setId("column-" + key);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(cells);
    column.setReorderable(false);
    if (key.equals("setting")) {
      column.setComparator(
          java.util.Comparator.comparingInt(SettingRow::modalities)
              .thenComparing(row -> row.scores().setting()));
    }
    return column;
  }

  private static final class TextCell extends TableCell<SettingRow, SettingRow> {
    private final java.util.function.Function<SettingRow, String> text;

    TextCell(java.util.function.Function<SettingRow, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(SettingRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : text.apply(row));
    }
  }

  private static final class GainCell extends TableCell<SettingRow, SettingRow> {
    private static final double NOTHING = 5e-4;
    private final ToDoubleFunction<SettingRow> of;

    GainCell(ToDoubleFunction<SettingRow> of) {
      this.of = of;
    }

    @Override
    protected void updateItem(SettingRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("gain-up", "gain-down");
      setText(null);
      if (!empty && row != null) {
        double gain = of.applyAsDouble(row);
        setText(SettingWords.gain(gain));
        if (Math.abs(gain) >= NOTHING) {
          getStyleClass().add(gain > 0 ? "gain-up" : "gain-down");
        }
      }
    }
  }

  private final class HistoryCell extends TableCell<SettingRow, SettingRow> {
    private final Sparkline line = new Sparkline();

    @Override
    protected void updateItem(SettingRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : line);
      if (!empty && row != null) {
        line.show(row.history(), row.chanceMap(), scale);
        setAccessibleText(
            row.history().stream()
                .map(SettingWords::points)
                .collect(java.util.stream.Collectors.joining(", ")));
      }
    }
  }
}
