package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.config.RunConfig;
import reidstudio.event.Severity;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** What the run in view shows now, as long as it is in view. */
final class RunHealthView extends VBox {
  private final RunHealthViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final ReportText text;
  private final TextClipboard clipboard;
  private final Label title = new Label();
  private final StackPane icon = new StackPane();
  private final Label verdict = new Label();
  private final Label more = new Label();
  private final HBox box = new HBox(icon);
  private final CardList problems;
  private final CardList unchecked;
  private final CardList notes;
  private final Fold noteFold;
  private final HistoryList history;
  private String run = "";

  RunHealthView(RunHealthViewModel model, CardTools tools, TextClipboard clipboard) {
    this.model = model;
    this.widgets = tools.widgets();
    this.messages = tools.messages();
    this.clipboard = clipboard;
    text = new ReportText(messages, tools.words());
    problems = new CardList(tools);
    problems.setId("live-problems");
    unchecked = new CardList(tools);
    notes = new CardList(tools);
    noteFold = new Fold(notes);
    noteFold.setId("live-notes");
    history = new HistoryList(messages, tools.words());
    getStyleClass().add("report");
    setId("run-health");
    title.getStyleClass().add(Styles.TITLE_4);
    getChildren().addAll(title, verdictBox(), problems, unchecked, noteFold, history);
    model.shownProperty().subscribe(this::show);
    model.turnsProperty().subscribe(history::show);
    messages.languageProperty().addListener(changed -> showAgain());
  }

  private HBox verdictBox() {
    verdict.setId("live-verdict");
    verdict.getStyleClass().add("verdict-sentence");
    verdict.setWrapText(true);
    more.getStyleClass().add(Styles.TEXT_MUTED);
    more.setWrapText(true);
    more.visibleProperty().bind(more.textProperty().isNotEmpty());
    more.managedProperty().bind(more.visibleProperty());
    VBox lines = new VBox(verdict, more);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button copy = widgets.button("health.copy", Material2AL.CONTENT_COPY, this::copy, Styles.SMALL);
    copy.setId("copy-live");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.visibleProperty()
        .bind(model.shownProperty().map(now -> now.state() != HealthReading.State.NO_RUN));
    box.getChildren().addAll(lines, copy);
    box.getStyleClass().add("verdict");
    return box;
  }

  private void copy() {
    clipboard.copy(text.of(model.shownProperty().get(), model.config()));
  }

  private void showAgain() {
    problems.forget();
    unchecked.forget();
    notes.forget();
    show(model.shownProperty().get());
    history.show(model.turnsProperty().get());
  }

  private void show(HealthReading now) {
    if (!now.run().equals(run)) {
      run = now.run();
      problems.clear();
      unchecked.clear();
      notes.clear();
    }
    title.setText(messages.get(now.over() ? "health.now.over" : "health.now"));
    showVerdict(now);
    Optional<RunConfig> config = model.config();
    problems.show(now.problems(), config, run);
    unchecked.show(now.unchecked(), config, run);
    notes.show(now.notes(), config, run);
    noteFold.setVisible(!now.notes().isEmpty());
    noteFold.setText(messages.get("health.notes", now.notes().size()));
  }

  private void showVerdict(HealthReading now) {
    verdict.setText(
        messages.get(
            Messages.keyOf("health.live", now.state()), now.problems().size(), now.step()));
    more.setText(more(now));
    icon.getChildren().setAll(icon(now));
    for (Severity each : Severity.values()) {
      box.getStyleClass().remove(SeverityIcon.styleOf(each));
    }
    box.getStyleClass().add(style(now));
  }

  private String more(HealthReading now) {
    int open = now.unchecked().size();
    if (open > 0) {
      return messages.get("health.live.unchecked", open);
    }
    if (now.state() == HealthReading.State.PROBLEMS) {
      return "";
    }
    if (now.state() == HealthReading.State.CLEAR && now.over()) {
      return messages.get(
          model.config().isPresent() ? "health.live.more.over" : "health.live.more.log");
    }
    return messages.get(Messages.keyOf("health.live.more", now.state()), HealthReading.EARLY_STEPS);
  }

  private static Node icon(HealthReading now) {
    return switch (now.state()) {
      case NO_RUN -> muted(Material2AL.FAVORITE_BORDER);
      case TOO_EARLY -> muted(Material2AL.HOURGLASS_EMPTY);
      case CLEAR, PROBLEMS -> new SeverityIcon(now.worst());
    };
  }

  private static FontIcon muted(Material2AL shape) {
    FontIcon icon = new FontIcon(shape);
    icon.getStyleClass().addAll("severity-icon", "severity-unchecked");
    return icon;
  }

  private static String style(HealthReading now) {
    boolean judged =
        now.state() == HealthReading.State.CLEAR || now.state() == HealthReading.State.PROBLEMS;
    return SeverityIcon.styleOf(judged ? now.worst() : Severity.UNCHECKED);
  }

  /** The card of the finding {@code id}, unfolded if it lies in a fold. */
  Optional<FindingCard> card(String id) {
    Optional<FindingCard> note = notes.card(id);
    note.ifPresent(card -> noteFold.setExpanded(true));
    return problems.card(id).or(() -> unchecked.card(id)).or(() -> note);
  }
}
