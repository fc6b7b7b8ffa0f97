package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Change;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/**
 * The one setting to try, and what can be done with it: a press says what would happen, a second
 * one does it.
 */
final class TrialBox extends VBox {
  private final CardTools tools;
  private final Widgets widgets;
  private final Messages messages;
  private final RunConfigCodec codec = new RunConfigCodec();
  private final Label line = new Label();
  private final HBox actions;
  private final ObservableValue<Boolean> shown =
      sceneProperty().map(Objects::nonNull).orElse(false);
  private final ObservableValue<Boolean> busy;
  private final ObservableValue<RunConfig> form;
  private final Button verify;
  private final Button open;
  private final Button start;
  private final Button edit;
  private final Label hindrance = new Label();
  private final Label plan = new Label();
  private final VBox confirmation;
  private Optional<Change> change = Optional.empty();
  private Optional<RunConfig> run = Optional.empty();
  private Proposal proposal;
  private Optional<QuickFixTrial> trial = Optional.empty();
  private String name = "";

  TrialBox(CardTools tools) {
    this.tools = tools;
    this.widgets = tools.widgets();
    this.messages = tools.messages();
    getStyleClass().add("trial");
    line.getStyleClass().addAll("mono", "trial-line");
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    open = widgets.button("health.try", Material2MZ.PLAYLIST_ADD, this::ask, Styles.SMALL);
    open.getStyleClass().add("try-change");
    verify = widgets.button("health.verify", Material2MZ.TIMER, this::verify, Styles.SMALL);
    verify.getStyleClass().add("verify-change");
    verify.disableProperty().bind(tools.quickFix().progressProperty().isNotNull());
    actions = new HBox(verify, open);
    actions.getStyleClass().add("trial-actions");
    actions.setAlignment(Pos.CENTER_RIGHT);
    HBox head = new HBox(line, actions);
    head.getStyleClass().add("trial-head");
    actions.setMinWidth(USE_PREF_SIZE);
    start = widgets.button("health.try.start", Material2MZ.PLAY_ARROW, this::start, Styles.ACCENT);
    start.getStyleClass().addAll(Styles.SMALL, "start-change");
    edit = widgets.button("health.try.form", Material2MZ.TUNE, this::edit, Styles.SMALL);
    confirmation = confirmation();
    managedProperty().bind(visibleProperty());
    // only while shown: a card that is gone must not be kept by what it listens to
    busy = tools.next().busyProperty().when(shown);
    busy.subscribe(now -> explain());
    form = tools.next().formProperty().when(shown);
    form.subscribe(now -> layOverForm());
    hindrance.setWrapText(true);
    hindrance.getStyleClass().add("hint");
    hindrance.visibleProperty().bind(hindrance.textProperty().isNotEmpty());
    hindrance.managedProperty().bind(hindrance.visibleProperty());
    getChildren().addAll(head, hindrance, confirmation);
  }

  private VBox confirmation() {
    plan.setWrapText(true);
    plan.setMinHeight(USE_PREF_SIZE);
    plan.getStyleClass().add("trial-plan");
    edit.getStyleClass().add("edit-change");
    Button cancel =
        widgets.button("common.cancel", Material2AL.CLOSE, this::close, Styles.SMALL, Styles.FLAT);
    start.managedProperty().bind(start.visibleProperty());
    FlowPane buttons = new FlowPane(start, edit, cancel);
    buttons.getStyleClass().add("actions");
    VBox box = new VBox(plan, buttons);
    box.getStyleClass().add("trial-confirmation");
    box.setVisible(false);
    box.managedProperty().bind(box.visibleProperty());
    box.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    return box;
  }

  /**
   * @param proposed the change; empty hides the box
   * @param ofRun whose configuration the change is laid over; empty for that of the settings form
   * @param runName its name; empty if there is none
   */
  void show(Optional<Change> proposed, Optional<RunConfig> ofRun, String runName) {
    change = proposed;
    run = ofRun;
    name = run.isPresent() ? runName : "";
    lay();
  }

  /** Where no run is known, it is the form as it is now that would begin. */
  private void layOverForm() {
    if (run.isEmpty()) {
      lay();
    }
  }

  private void lay() {
    RunConfig base = run.orElseGet(() -> tools.next().formProperty().getValue());
    setVisible(change.isPresent() && base != null);
    if (!isVisible()) {
      confirmation.setVisible(false);
      return;
    }
    proposal = Proposal.of(change.get(), base, codec);
    line.setText(new FindingText(messages, tools.words()).change(proposal));
    boolean possible = proposal.config().isPresent();
    actions.setVisible(possible);
    actions.setManaged(possible);
    verify.setTooltip(
        name.isEmpty()
            ? widgets.tooltip("health.verify.help")
            : widgets.tooltip("health.verify.help.command", command(change.get())));
    trial = proposal.config().map(config -> new QuickFixTrial(change.get(), base, config));
    hindrance.setText(possible ? "" : hindrance());
    confirmation.setVisible(confirmation.isVisible() && possible);
    explain();
  }

  private String hindrance() {
    return proposal.changesNothing()
        ? messages.get("health.try.same")
        : messages.get("health.try.impossible", proposal.problem());
  }

  /** The same without the window. */
  private String command(Change change) {
    return "java -jar reid-studio.jar quickfix --run \"" + name + "\" --try \"" + change + '"';
  }

  private void verify() {
    confirmation.setVisible(false);
    trial.ifPresent(tools.quickFix()::verify);
  }

  private void ask() {
    confirmation.setVisible(true);
    explain();
    (start.isVisible() ? start : edit).requestFocus();
  }

  private void close() {
    confirmation.setVisible(false);
    open.requestFocus();
  }

  /** What would happen, or why it cannot happen now. */
  private void explain() {
    boolean wait = tools.next().busyProperty().getValue();
    start.setVisible(!wait);
    if (proposal == null || proposal.config().isEmpty()) {
      return;
    }
    String next = proposal.config().get().name();
    if (wait) {
      plan.setText(messages.get("health.try.busy"));
    } else {
      plan.setText(
          name.isEmpty()
              ? messages.get("health.try.plan.form", next)
              : messages.get("health.try.plan", next, name));
    }
  }

  private void start() {
    proposal.config().ifPresent(tools.next()::start);
    confirmation.setVisible(false);
  }

  private void edit() {
    proposal.config().ifPresent(tools.next()::edit);
    confirmation.setVisible(false);
  }
}
