package reidstudio.ui.history;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.command.RunCommand;
import reidstudio.store.RunListing;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** For how many epochs, and where, a run that has ended is to go on. */
final class ContinueForm {
  private static final int MOST_EPOCHS = 100_000;
  private static final double WIDTH = 330;
  private static final double INPUT_WIDTH = 165;

  /** As before, or one of these; a certain card of several is a matter for the command line. */
  private static final List<String> DEVICES = List.of("", "auto", "cpu", "cuda");

  private final HistoryViewModel model;
  private final Widgets widgets;
  private final Messages messages;

  ContinueForm(HistoryViewModel model, Widgets widgets) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
  }

  /** Asks beside {@code place}; a run that is complete needs more epochs. */
  void ask(RunListing run, Node place) {
    int usual = run.epochs() > run.epochsDone() ? run.epochs() : run.epochs() * 3 / 2 + 1;
    int least = run.epochsDone() + 1;
    Spinner<Integer> epochs = new Spinner<>(least, MOST_EPOCHS, Math.min(usual, MOST_EPOCHS));
    epochs.setId("continue-epochs");
    epochs.setEditable(true);
    Label wrong = new Label(messages.get("history.more.range", least, MOST_EPOCHS));
    wrong.getStyleClass().add("problem");
    BooleanBinding isWrong =
        Bindings.createBooleanBinding(
            () -> !isBetween(epochs.getEditor().getText(), least),
            epochs.getEditor().textProperty());
    wrong.visibleProperty().bind(isWrong);
    wrong.managedProperty().bind(isWrong);
    ChoiceBox<String> device = new ChoiceBox<>();
    device.setId("continue-device");
    device.getItems().addAll(DEVICES);
    device.setValue("");
    device.setConverter(new DeviceWords());
    Label hint = new Label(messages.get("history.more.hint"));
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    Label title = new Label(messages.get("history.more.title", run.title()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    VBox body =
        new VBox(
            title,
            line("history.more.epochs", epochs),
            wrong,
            line("setting.device", device),
            hint);
    body.getStyleClass().add("continue-form");
    body.setPrefWidth(WIDTH);
    Popover popover = new Popover(body);
    Button go =
        widgets.button(
            "history.continue",
            Material2MZ.PLAY_ARROW,
            () -> {
              epochs.commitValue();
              popover.hide();
              model.goOn(
                  new RunCommand.Continue(
                      run.folder(),
                      Optional.of(epochs.getValue()).filter(now -> now != run.epochs()),
                      Optional.of(device.getValue()).filter(name -> !name.isEmpty())));
            },
            Styles.ACCENT);
    go.setId("continue-more");
    go.setDefaultButton(true);
    go.disableProperty().bind(isWrong);
    go.setMaxWidth(Double.MAX_VALUE);
    body.getChildren().add(go);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.show(place);
    epochs.requestFocus();
  }

  /** A spinner would take what is out of its range for the end of that range. */
  private static boolean isBetween(String typed, int least) {
    return typed.matches("\\d{1,6}")
        && Integer.parseInt(typed) >= least
        && Integer.parseInt(typed) <= MOST_EPOCHS;
  }

  private HBox line(String key, Control input) {
    Label name = widgets.label(key);
    name.setLabelFor(input);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    input.setPrefWidth(INPUT_WIDTH);
    input.accessibleTextProperty().bind(name.textProperty());
    HBox line = new HBox(name, input);
    line.getStyleClass().add("setting-line");
    return line;
  }

  private final class DeviceWords extends StringConverter<String> {
    @Override
    public String toString(String device) {
      return device == null || device.isEmpty() ? messages.get("history.more.as-before") : device;
    }

    @Override
    public String fromString(String text) {
      throw new UnsupportedOperationException("a choice is never typed");
    }
  }
}
