package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.CheckKind;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.Widgets;

/** The questions that can be asked, what they look at, and how far the answer is. */
final class QuestionsView extends VBox {
  private final HealthViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final EngineWords words;

  QuestionsView(HealthViewModel model, Widgets widgets, EngineWords words) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = words;
    getStyleClass().add("questions");
    Label title = widgets.label("health.ask", Styles.TITLE_4);
    getChildren()
        .addAll(
            title,
            about(),
            subjects(),
            progress(),
            failure(),
            question(CheckKind.ALL, Material2AL.FACT_CHECK, Styles.ACCENT),
            question(CheckKind.CE, Material2AL.CENTER_FOCUS_STRONG),
            question(CheckKind.SAMPLING, Material2MZ.SHUFFLE),
            question(CheckKind.NORM, Material2MZ.STRAIGHTEN),
            experiments());
  }

  /** What a diagnosis would look at, or why none can begin: a grey button says nothing itself. */
  private Label about() {
    Label about = new Label();
    about.setId("diagnosis-about");
    about
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get(model.aboutProperty().get()),
                model.aboutProperty(),
                messages.languageProperty()));
    about.getStyleClass().add(Styles.TEXT_MUTED);
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    return about;
  }

  /** The ended run in view, or a fresh model: only while there is a choice. */
  private Node subjects() {
    ToggleGroup group = new ToggleGroup();
    RadioButton run = subject("health.on.choose-run", false, group);
    RadioButton fresh = subject("health.on.choose-fresh", true, group);
    VBox box = new VBox(run, fresh);
    box.setId("diagnosis-subjects");
    box.getStyleClass().add("diagnosis-subjects");
    return shownOnly(box, model.mayChooseProperty());
  }

  private RadioButton subject(String key, boolean fresh, ToggleGroup group) {
    RadioButton choice = new RadioButton();
    choice.setId(fresh ? "diagnose-fresh" : "diagnose-ended");
    choice.textProperty().bind(messages.text(key));
    choice.setToggleGroup(group);
    choice.setOnAction(event -> model.freshProperty().set(fresh));
    model.freshProperty().subscribe(now -> choice.setSelected(now == fresh));
    return choice;
  }

  private VBox question(CheckKind check, Ikon icon, String... styles) {
    VBox card = new VBox(texts(check), button(check, icon, styles));
    card.getStyleClass().addAll("card", "question");
    return card;
  }

  private VBox texts(CheckKind check) {
    Label question = widgets.label(Messages.keyOf("health.question", check), Styles.TEXT_BOLD);
    Label about = widgets.label(Messages.keyOf("health.explain", check), Styles.TEXT_MUTED);
    for (Label label : new Label[] {question, about}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    VBox texts = new VBox(question, about);
    texts.getStyleClass().add("question-texts");
    HBox.setHgrow(texts, Priority.ALWAYS);
    return texts;
  }

  private Button button(CheckKind check, Ikon icon, String... styles) {
    Button run =
        widgets.button(
            Messages.keyOf("health.run", check), icon, () -> model.diagnose(check), styles);
    run.setId("diagnose-" + check.word());
    run.setMinWidth(USE_PREF_SIZE);
    run.setMaxWidth(Double.MAX_VALUE);
    run.disableProperty().bind(model.canDiagnoseProperty().not());
    StringBinding question = messages.text(Messages.keyOf("health.question", check));
    run.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> run.getText() + ": " + question.get(), question, run.textProperty()));
    return run;
  }

  private Fold experiments() {
    VBox rows = new VBox();
    rows.getStyleClass().add("experiments");
    Arrays.stream(CheckKind.values())
        .filter(CheckKind::isExperiment)
        .forEach(
            check -> {
              HBox row = new HBox(texts(check), button(check, Material2AL.BIOTECH, Styles.SMALL));
              row.getStyleClass().add("experiment");
              rows.getChildren().add(row);
            });
    Fold fold = new Fold(rows);
    fold.setId("experiments");
    fold.textProperty().bind(messages.text("health.experiments"));
    return fold;
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    StringBinding waiting = messages.text("health.waiting");
    Label doing = new Label();
    doing.setId("diagnosis-doing");
    doing.setWrapText(true);
    doing.setMinHeight(USE_PREF_SIZE);
    doing.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(doing, Priority.ALWAYS);
    model
        .progressProperty()
        .subscribe(
            now -> {
              bar.setProgress(now == null ? ProgressBar.INDETERMINATE_PROGRESS : now.fraction());
              doing.textProperty().bind(now == null ? waiting : words.text(now.doing()));
            });
    bar.accessibleTextProperty().bind(doing.textProperty());
    Button cancel = widgets.button("common.cancel", Material2AL.CLOSE, model::cancel, Styles.SMALL);
    cancel.setId("cancel-diagnosis");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.visibleProperty().bind(model.progressProperty().isNotNull());
    HBox line = new HBox(doing, cancel);
    line.getStyleClass().add("busy-line");
    VBox box = new VBox(line, bar);
    box.getStyleClass().add("card");
    return shownOnly(box, model.progressProperty().isNotNull().or(model.waitingProperty()));
  }

  private Node failure() {
    Label sentence = new Label();
    sentence
        .textProperty()
        .bind(messages.text("health.failed", words.text(model.failureProperty())));
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setWrapText(true);
    HBox box = new HBox(new SeverityIcon(Severity.ERROR), sentence);
    box.setId("diagnosis-failed");
    box.getStyleClass().add("problem-box");
    return shownOnly(box, model.failureProperty().isNotEmpty());
  }

  private static Node shownOnly(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
