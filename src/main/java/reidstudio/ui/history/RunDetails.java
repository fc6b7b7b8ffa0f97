package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;
import reidstudio.ui.common.Widgets;

/** The selected run: what its user says of it, to be changed in place, and what it says itself. */
final class RunDetails extends ScrollPane {
  private final HistoryViewModel model;
  private final RunWords words;
  private final Widgets widgets;
  private final TextField title = new TextField();
  private final TextField tags = new TextField();
  private final TextArea notes = new TextArea();
  private final Label remark = new Label();
  private final RunFacts facts;
  private final VBox content;
  private final Map<TextInputControl, Said> fields = new LinkedHashMap<>();
  private RunItem shown;
  private Subscription following = Subscription.EMPTY;

  RunDetails(HistoryViewModel model, RunWords words, Widgets widgets) {
    this.model = model;
    this.words = words;
    this.widgets = widgets;
    facts = new RunFacts(words, widgets);
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    remark.getStyleClass().addAll("problem-box", "problem");
    remark.managedProperty().bind(remark.visibleProperty());
    notes.setPrefRowCount(5);
    notes.setWrapText(true);
    content =
        new VBox(field("title", title), field("tags", tags), field("notes", notes), remark, facts);
    content.getStyleClass().add("run-details-content");
    getStyleClass().add("run-details");
    setId("run-details");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(content);
    commit(title, (about, text) -> about.withTitle(text));
    commit(tags, (about, text) -> about.withTags(list(text)));
    commit(notes, (about, text) -> about.withNotes(text));
    show(null);
    widgets.messages().languageProperty().subscribe(this::refill);
  }

  /** Null for none. What was typed for the run before is kept first. */
  void show(RunItem item) {
    if (item == shown && item != null) {
      return;
    }
    // a press on a row selects it before the field loses the focus
    fields.keySet().stream().filter(Node::isFocused).forEach(field -> keep(field, shown));
    following.unsubscribe();
    shown = item;
    setVisible(item != null);
    setManaged(item != null);
    if (item != null) {
      fill(item.now(), false);
      following = item.listingProperty().subscribe(listing -> fill(listing, true));
    }
  }

  void editTitle() {
    edit(title);
  }

  void editTags() {
    edit(tags);
  }

  void editNotes() {
    edit(notes);
  }

  private void edit(TextInputControl field) {
    if (isVisible()) {
      field.requestFocus();
      field.selectAll();
    }
  }

  private VBox field(String key, TextInputControl input) {
    Label name = widgets.label("history.detail." + key, Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    name.setLabelFor(input);
    input.setId("run-" + key);
    input.promptTextProperty().bind(widgets.messages().text("history.detail." + key + ".prompt"));
    input.accessibleTextProperty().bind(name.textProperty());
    VBox box = new VBox(name, input);
    box.getStyleClass().add("run-field");
    return box;
  }

  private void refill() {
    if (shown != null) {
      fill(shown.now(), true);
    }
  }

  /** What somebody is typing stays as it is. */
  private void fill(RunListing run, boolean mayBeTyping) {
    RunAbout about = run.about();
    put(title, about.title(), mayBeTyping);
    put(tags, String.join(", ", about.tags()), mayBeTyping);
    put(notes, about.notes(), mayBeTyping);
    for (Node each : List.of(title, tags, notes)) {
      each.setDisable(run.isBroken() || !run.remark().isEmpty());
    }
    title.setTooltip(new Tooltip(run.name()));
    String wrong = words.wrong(run);
    remark.setText(wrong);
    remark.setVisible(!wrong.isEmpty());
    facts.show(run);
  }

  private static void put(TextInputControl field, String text, boolean mayBeTyping) {
    if (!(mayBeTyping && field.isFocused()) && !text.equals(field.getText())) {
      field.setText(text);
    }
  }

  /** Kept when the field is left, or with Enter; Escape takes back what was typed. */
  private void commit(TextInputControl field, Said said) {
    fields.put(field, said);
    RunItem[] begunFor = new RunItem[1];
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                begunFor[0] = shown;
              } else if (begunFor[0] == shown) {
                keep(field, shown);
              }
            });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean lines = field instanceof TextArea && !event.isShortcutDown();
          if (event.getCode() == KeyCode.ENTER && !lines && shown != null) {
            keep(field, shown);
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && shown != null) {
            fill(shown.now(), false);
            event.consume();
          }
        });
  }

  /** As it stands now; null for no run. */
  private void keep(TextInputControl field, RunItem item) {
    if (item == null) {
      return;
    }
    String typed = field.getText();
    UnaryOperator<RunAbout> change = about -> fields.get(field).with(about, typed);
    RunAbout before = item.now().about();
    if (!change.apply(before).equals(before)) {
      model.describe(List.of(item), change);
    }
  }

  private static List<String> list(String typed) {
    return Arrays.asList(typed.split("[,，]"));
  }

  /** What a field says of a run. */
  private interface Said {
    RunAbout with(RunAbout about, String text);
  }
}
