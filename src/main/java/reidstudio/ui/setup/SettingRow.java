package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.config.Problem;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** One setting: its name, its field, and below it what is allowed or what is wrong. */
final class SettingRow extends VBox {
  private final SettingField field;
  private final Messages messages;
  private final EngineWords words;
  private final String key;

  SettingRow(SettingField field, Widgets widgets, SetupDialogs dialogs) {
    this.field = field;
    this.messages = widgets.messages();
    this.words = widgets.words();
    this.key = "setting." + field.setting().path();
    getStyleClass().add("setting-row");
    Control input = input();
    input.setId("setting-" + field.setting().path().replace('.', '-'));
    widgets.explain(input, key + ".help");
    Label name = widgets.label(key);
    name.setLabelFor(input);
    widgets.explain(name, key + ".help");
    name.setMinHeight(Region.USE_PREF_SIZE);
    name.setWrapText(true);
    if (isWide()) {
      HBox.setHgrow(input, Priority.ALWAYS);
      HBox line = line(input);
      if (field.setting().kind() == Setting.Kind.FILE) {
        line.getChildren().add(choose(widgets, dialogs));
      }
      getChildren().addAll(name, line, hint());
    } else {
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      input.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().addAll(line(name, input), hint());
    }
    field
        .problemProperty()
        .subscribe(p -> input.pseudoClassStateChanged(Styles.STATE_DANGER, p != null));
  }

  /** A path or a list needs the whole width. */
  private boolean isWide() {
    Setting.Kind kind = field.setting().kind();
    return kind == Setting.Kind.FILE || kind == Setting.Kind.LIST;
  }

  private Control input() {
    Setting setting = field.setting();
    return switch (setting.kind()) {
      case NUMBER, TEXT, LIST, FILE -> {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.textProperty());
        if (!isWide()) {
          text.getStyleClass().add(setting.kind() == Setting.Kind.NUMBER ? "short" : "wide");
        }
        yield text;
      }
      case SUGGESTION -> {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().addAll(setting.choices());
        box.setEditable(true);
        box.getEditor().textProperty().bindBidirectional(field.textProperty());
        box.getStyleClass().add("wide");
        yield box;
      }
      case CHOICE -> choice();
    };
  }

  private static HBox line(Node... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("setting-line");
    return line;
  }

  private Button choose(Widgets widgets, SetupDialogs dialogs) {
    return widgets.iconButton(
        "setting.choose-file",
        Material2AL.FOLDER_OPEN,
        () -> dialogs.modelFile().map(Path::toString).ifPresent(field.textProperty()::set),
        Styles.SMALL);
  }

  private ChoiceBox<String> choice() {
    ChoiceBox<String> box = new ChoiceBox<>();
    box.getItems().addAll(field.setting().choices());
    box.valueProperty().bindBidirectional(field.textProperty());
    box.getStyleClass().add("wide");
    // a choice box reads its words only when the converter changes
    messages.languageProperty().subscribe(language -> box.setConverter(new Words()));
    return box;
  }

  private Label hint() {
    Label hint = new Label();
    hint.setId("hint-" + field.setting().path().replace('.', '-'));
    hint.setWrapText(true);
    ObservableValue<Problem> problem = field.problemProperty();
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> problem.getValue() == null ? allowed() : wrong(problem.getValue()),
                problem,
                field.textProperty(),
                messages.languageProperty()));
    problem.subscribe(p -> hint.getStyleClass().setAll("label", p == null ? "hint" : "problem"));
    return hint;
  }

  private String allowed() {
    String unit = messages.get(key + ".unit");
    return field.setting().hasRange() ? messages.get("setting.range", unit, min(), max()) : unit;
  }

  /** In the user's language where the range says it all, else in the codec's words. */
  private String wrong(Problem problem) {
    Setting setting = field.setting();
    if (setting.isNoNumber(field.text())) {
      return messages.get(setting.isWhole() ? "setting.not-whole" : "setting.not-a-number");
    }
    if (setting.isOutOfRange(field.text())) {
      return messages.get("setting.out-of-range", min(), max());
    }
    return messages.has(key + ".wrong")
        ? messages.get(key + ".wrong")
        : messages.get("setting.wrong", words.of(problem.message()));
  }

  private String min() {
    return Setting.plain(field.setting().min());
  }

  private String max() {
    return Setting.plain(field.setting().max());
  }

  private final class Words extends StringConverter<String> {
    @Override
    public String toString(String word) {
      return word == null ? "" : messages.get(key + "." + word);
    }

    @Override
    public String fromString(String text) {
      throw new UnsupportedOperationException("a choice is never typed");
    }
  }
}
