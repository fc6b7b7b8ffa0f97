package reidstudio.ui.run;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.RunState;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** State, epoch and run, pace, time left, and where it runs. */
final class RunProgress extends VBox {
  private final ObservableValue<RunReadout> readout;
  private final Messages messages;
  private final EngineWords words;

  /**
   * @param title what the run is called
   */
  RunProgress(ObservableValue<RunReadout> readout, ObservableValue<String> title, Widgets widgets) {
    this.readout = readout;
    this.messages = widgets.messages();
    this.words = widgets.words();
    getStyleClass().add("run-progress");
    Label left = text("time-left", this::left);
    left.getStyleClass().add(Styles.TEXT_MUTED);
    left.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label name = new Label();
    name.setId("run-name");
    name.textProperty().bind(title);
    name.setMinWidth(0);
    // the date in front and what the run was called behind it are what one looks for
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    widgets.explain(name, name.textProperty());
    HBox head = new HBox(badge(), name, gap, left);
    head.getStyleClass().add("run-head");
    Label speed = text("run-speed", this::speed);
    speed.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    getChildren()
        .addAll(
            head,
            bar("epoch", RunReadout::epochShare, this::epoch),
            bar("run", RunReadout::runShare, this::steps),
            speed);
  }

  private Label badge() {
    Label badge = text("state", this::state);
    badge.getStyleClass().add("state-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    readout.subscribe(
        now -> {
          for (RunState each : RunState.values()) {
            badge.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                now.state().filter(s -> s == each && !now.interrupted()).isPresent());
          }
        });
    return badge;
  }

  private HBox bar(
      String id, Function<RunReadout, Double> share, Function<RunReadout, String> text) {
    ProgressBar bar = new ProgressBar();
    bar.setId(id + "-bar");
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(() -> share.apply(readout.getValue()), readout));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label label = text(id + "-text", text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, "bar-text");
    bar.accessibleTextProperty().bind(label.textProperty());
    HBox line = new HBox(bar, label);
    line.getStyleClass().add("bar-line");
    readout.subscribe(now -> line.setVisible(now.totalSteps() > 0));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private Label text(String id, Function<RunReadout, String> text) {
    Label label = new Label();
    label.setId(id);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> text.apply(readout.getValue()), readout, messages.languageProperty()));
    return label;
  }

  private String state(RunReadout now) {
    if (now.interrupted()) {
      return messages.get("state.interrupted");
    }
    if (now.isOfLog()) {
      return messages.get("state.log");
    }
    if (Double.isFinite(now.evaluating())) {
      return messages.get("state.evaluating", Figures.percent(now.evaluating()));
    }
    return now.state().map(s -> messages.of("state", s)).orElse(messages.get("state.none"));
  }

  private String epoch(RunReadout now) {
    return messages.get("run.epoch", now.epoch(), now.epochs());
  }

  private String steps(RunReadout now) {
    return messages.get("run.steps", now.step(), now.totalSteps());
  }

  private String left(RunReadout now) {
    return Double.isFinite(now.secondsLeft())
        ? messages.get("run.left", Figures.duration(now.secondsLeft(), messages))
        : "";
  }

  private String speed(RunReadout now) {
    if (now.isOfLog()) {
      return messages.get("run.hint.log");
    }
    if (now.state().isEmpty()) {
      return messages.get("run.hint");
    }
    if (!now.startSays().isEmpty()) {
      return words.of(now.startSays());
    }
    return now.last().isEmpty()
        ? words.of(now.device())
        : messages.get(
            "run.speed",
            Figures.count(Math.rint(now.itemsPerSecond())),
            words.of(now.device()),
            Figures.mebibytes(now.mebibytes()));
  }
}
