package reidstudio.ui.dataset;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** The lines below a card: searched, copied, and shown where they lie. */
final class DetailPane extends VBox {
  private final Widgets widgets;
  private final Messages messages;
  private final TextClipboard clipboard;
  private final ObservableList<Detail> all = FXCollections.observableArrayList();
  private final FilteredList<Detail> shown = new FilteredList<>(all);
  private final TableView<Detail> table = new TableView<>(shown);
  private final CustomTextField search = new CustomTextField();
  private final Label count = new Label();
  private int more;

  /**
   * @param showFile shows where a file of the data folder lies
   * @param showIdentity shows the pictures of an identity
   */
  DetailPane(
      Widgets widgets,
      TextClipboard clipboard,
      Consumer<String> showFile,
      Consumer<String> showIdentity) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.clipboard = clipboard;
    getStyleClass().add("details");
    table.setId("details");
    table.getStyleClass().add(Styles.DENSE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.accessibleTextProperty().bind(messages.text("dataset.details"));
    table.getColumns().add(column("name", Detail::name));
    table.getColumns().add(column("about", Detail::about));
    KeyCombination copyKeys = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    table.setOnKeyPressed(
        event -> {
          if (copyKeys.match(event)) {
            copy();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            chosen(Detail::identity).ifPresent(showIdentity);
          }
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            chosen(Detail::identity).ifPresent(showIdentity);
          }
        });
    VBox.setVgrow(table, Priority.ALWAYS);
    search.textProperty().addListener(changed -> filter());
    getChildren().addAll(tools(showFile, showIdentity), table);
  }

  private HBox tools(Consumer<String> showFile, Consumer<String> showIdentity) {
    search.setId("detail-search");
    search.setLeft(new FontIcon(Material2MZ.SEARCH));
    search.promptTextProperty().bind(messages.text("dataset.search"));
    search.accessibleTextProperty().bind(messages.text("dataset.search"));
    search.setPrefWidth(240);
    count.setId("detail-count");
    count.getStyleClass().add("hint");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button file =
        widgets.button(
            "dataset.show-file",
            Material2AL.FOLDER_OPEN,
            () -> chosen(Detail::file).ifPresent(showFile),
            Styles.SMALL);
    file.setId("show-file");
    needs(file, Detail::file);
    Button identity =
        widgets.button(
            "dataset.show-identity",
            Material2MZ.PHOTO_LIBRARY,
            () -> chosen(Detail::identity).ifPresent(showIdentity),
            Styles.SMALL);
    identity.setId("show-identity");
    needs(identity, Detail::identity);
    Button copy = widgets.button("common.copy", Material2AL.CONTENT_COPY, this::copy, Styles.SMALL);
    copy.setId("copy-details");
    copy.disableProperty().bind(Bindings.isEmpty(shown));
    HBox bar = new HBox(search, count, gap, identity, file, copy);
    bar.getStyleClass().add("page-toolbar");
    return bar;
  }

  private void needs(Button button, Function<Detail, String> part) {
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> chosen(part).isEmpty(), table.getSelectionModel().selectedItemProperty()));
  }

  private Optional<String> chosen(Function<Detail, String> part) {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
        .map(part)
        .filter(text -> !text.isEmpty());
  }

  private TableColumn<Detail, String> column(String key, Function<Detail, String> value) {
    TableColumn<Detail, String> column = new TableColumn<>();
    column.textProperty().bind(messages.text("dataset.column." + key));
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setCellFactory(c -> new LongTextCell());
    column.setReorderable(false);
    return column;
  }

  /**
   * Shows {@code details}.
   *
   * @param nothing what it means that there are none
   * @param moreThanKept how many there are beside them
   */
  void show(List<Detail> details, String nothing, int moreThanKept) {
    more = moreThanKept;
    all.setAll(details);
    Label empty = new Label(nothing);
    empty.setWrapText(true);
    empty.setMaxWidth(420);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    table.setPlaceholder(empty);
    filter();
  }

  void forgetSearch() {
    search.clear();
  }

  private void filter() {
    String wanted = search.getText();
    shown.setPredicate(detail -> wanted.isBlank() || detail.contains(wanted));
    count.setText(
        more > 0
            ? messages.get("dataset.lines.more", shown.size(), more)
            : messages.get("dataset.lines", shown.size()));
  }

  /** The selected lines, or all that are shown if none is. */
  private void copy() {
    List<Detail> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
    List<Detail> lines = selected.isEmpty() ? shown : selected;
    clipboard.copy(lines.stream().map(Detail::line).collect(Collectors.joining("\n")));
  }

  /** What is too long for its column is in the tooltip. */
  private static final class LongTextCell extends javafx.scene.control.TableCell<Detail, String> {
    private final Tooltip whole = new Tooltip();

    LongTextCell() {
      whole.setWrapText(true);
      whole.setMaxWidth(520);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      whole.setText(text);
      setTooltip(empty || text == null || text.length() < 40 ? null : whole);
    }
  }
}
