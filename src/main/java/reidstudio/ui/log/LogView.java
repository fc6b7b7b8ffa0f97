package reidstudio.ui.log;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;
import reidstudio.store.LogEntry;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** A list of log lines with a search field; follows the end while that is in sight. */
public final class LogView extends VBox {
  private static final int LINES_ABOVE = 4;

  private final LogViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final TextClipboard clipboard;
  private final ListView<LogEntry> list = new ListView<>();
  private boolean follows = true;
  private boolean touched;
  private boolean endWanted;
  private int known;

  /**
   * Binds to {@code model}.
   *
   * @param steps shows a step on the charts
   */
  public LogView(LogViewModel model, Widgets widgets, TextClipboard clipboard, LongConsumer steps) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.clipboard = clipboard;
    getStyleClass().add("page");
    setId("log-page");
    list.setItems(model.lines());
    list.setId("log-list");
    list.setCellFactory(view -> new LogCell(model, messages));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getStyleClass().addAll(Styles.DENSE, "log-list");
    list.setPlaceholder(placeholder());
    KeyCombination copyKeys = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    list.setOnKeyPressed(
        event -> {
          if (copyKeys.match(event)) {
            copy();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            openStep(steps);
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            openStep(steps);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    list.addEventFilter(InputEvent.ANY, event -> touched |= mayScroll(event));
    model.lines().addListener((ListChangeListener<LogEntry>) change -> take());
    getChildren()
        .addAll(widgets.label("log.title", Styles.TITLE_3), toolbar(), place(), list, dropped());
    take();
    // other lines: of another run, or that pass another filter
    model.runProperty().subscribe(this::follow);
    model.searchProperty().subscribe(this::follow);
    model.leastProperty().subscribe(this::follow);
    model.soughtProperty().subscribe(this::goTo);
  }

  private Label placeholder() {
    Label why = new Label();
    why.getStyleClass().add(Styles.TEXT_MUTED);
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get(model.loggedProperty().get() ? "log.none-found" : "log.empty"),
                model.loggedProperty(),
                messages.languageProperty()));
    return why;
  }

  private void openStep(LongConsumer steps) {
    LogEntry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.step() > 0) {
      steps.accept(chosen.step());
    }
  }

  private Label place() {
    Label label = new Label();
    label.setId("log-place");
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setWrapText(true);
    label.visibleProperty().bind(model.soughtProperty().isNotNull());
    label.managedProperty().bind(label.visibleProperty());
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::placeText, model.soughtProperty(), messages.languageProperty()));
    return label;
  }

  private String placeText() {
    LogPlace place = model.soughtProperty().get();
    if (place == null) {
      return "";
    }
    return place.isExact()
        ? messages.get("log.place", place.step(), place.count())
        : messages.get("log.place.none", place.step(), place.count());
  }

  private void goTo(LogPlace place) {
    list.getSelectionModel().clearSelection();
    if (place != null && place.count() > 0) {
      list.getSelectionModel().selectRange(place.first(), place.first() + place.count());
      list.scrollTo(Math.max(0, place.first() - LINES_ABOVE));
      follows = false;
      endWanted = false;
      list.requestFocus();
    }
  }

  private HBox toolbar() {
    CustomTextField search = new CustomTextField();
    search.setId("log-search");
    search.setLeft(new FontIcon(Material2MZ.SEARCH));
    search.promptTextProperty().bind(messages.text("log.search"));
    search.accessibleTextProperty().bind(messages.text("log.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    search.setPrefWidth(320);
    ChoiceBox<Severity> least = new ChoiceBox<>();
    least.setId("log-severity");
    least.accessibleTextProperty().bind(messages.text("log.severity"));
    least.getItems().addAll(Severity.OK, Severity.WARNING, Severity.ERROR);
    least.valueProperty().bindBidirectional(model.leastProperty());
    messages.languageProperty().subscribe(language -> least.setConverter(new Words()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy = widgets.button("log.copy", Material2AL.CONTENT_COPY, this::copy);
    HBox bar = new HBox(search, least, gap, copy);
    bar.getStyleClass().add("page-toolbar");
    return bar;
  }

  private Label dropped() {
    Label label = new Label();
    label.textProperty().bind(messages.text("log.dropped", model.droppedProperty()));
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.visibleProperty().bind(model.droppedProperty().greaterThan(0));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static boolean mayScroll(InputEvent event) {
    return event instanceof ScrollEvent
        || event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == MouseEvent.MOUSE_DRAGGED
        || event.getEventType() == KeyEvent.KEY_PRESSED;
  }

  private void take() {
    if (touched) {
      touched = false;
      follows = isInSight(known - 1);
    }
    known = model.lines().size();
    if (follows) {
      scrollToEnd();
    }
  }

  private void follow() {
    touched = false;
    follows = true;
    scrollToEnd();
  }

  /** As of the last layout, which knows nothing of lines that came since. */
  private boolean isInSight(int line) {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getLastVisibleCell() != null
        && flow.getLastVisibleCell().getIndex() >= line;
  }

  /** With the next layout: the list itself does not know yet of lines that were just added. */
  private void scrollToEnd() {
    endWanted = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (endWanted && !model.lines().isEmpty()) {
      list.scrollTo(model.lines().size() - 1);
    }
    endWanted = false;
  }

  /** The selected lines, or all if none is. */
  private void copy() {
    List<LogEntry> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
    clipboard.copy(model.text(selected.isEmpty() ? model.lines() : selected));
  }

  private final class Words extends StringConverter<Severity> {
    @Override
    public String toString(Severity severity) {
      return severity == null ? "" : messages.of("log.least", severity);
    }

    @Override
    public Severity fromString(String text) {
      throw new UnsupportedOperationException("a choice is never typed");
    }
  }
}
