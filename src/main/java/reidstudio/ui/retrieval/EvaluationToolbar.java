package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import reidstudio.event.Evaluation;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.common.WordedBox;

/** Which evaluation is looked at, what it is compared with, and the button for another one. */
final class EvaluationToolbar extends HBox {
  private final EvaluationViewModel model;
  private final ComparisonChoices choices;
  private final Messages messages;
  private final SettingWords words;

  /** Stands for none, which a list cannot show as null. */
  private record Choice(Comparison comparison) {}

  EvaluationToolbar(
      EvaluationViewModel model,
      ComparisonChoices choices,
      EvaluateNowViewModel now,
      Widgets widgets) {
    this.model = model;
    this.choices = choices;
    this.messages = widgets.messages();
    this.words = new SettingWords(messages);
    getStyleClass().add("page-toolbar");
    Label title = widgets.label("retrieval.title", Styles.TITLE_3);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label with = widgets.label("retrieval.compare", Styles.TEXT_MUTED);
    with.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ComboBox<Evaluation> looked = looked();
    ComboBox<Choice> compared = compared();
    with.visibleProperty().bind(looked.visibleProperty());
    compared.visibleProperty().bind(looked.visibleProperty());
    with.setLabelFor(compared);
    getChildren()
        .addAll(title, looked, with, compared, gap, new EvaluateNowBar(now, "evaluate", widgets));
  }

  private ComboBox<Evaluation> looked() {
    ComboBox<Evaluation> box = new WordedBox<>(model.evaluations(), words::evaluation, messages);
    box.setId("evaluations");
    box.setPrefWidth(350);
    box.setMinWidth(230);
    box.accessibleTextProperty().bind(messages.text("retrieval.looked"));
    // not bound both ways: the box forgets its value while its list changes
    model.selectedProperty().subscribe(box::setValue);
    box.valueProperty()
        .subscribe(
            value -> {
              if (value != null) {
                model.selectedProperty().set(value);
              }
            });
    model
        .evaluations()
        .addListener(
            (ListChangeListener<Evaluation>)
                change -> box.setValue(model.selectedProperty().get()));
    box.visibleProperty().bind(model.selectedProperty().isNotNull());
    return box;
  }

  private ComboBox<Choice> compared() {
    ObservableList<Choice> items = FXCollections.observableArrayList();
    ComboBox<Choice> box = new WordedBox<>(items, this::word, messages);
    box.setId("compared");
    box.setPrefWidth(350);
    box.setMinWidth(130);
    box.accessibleTextProperty().bind(messages.text("retrieval.compare"));
    Runnable fill =
        () -> {
          Choice before = new Choice(model.comparedProperty().get());
          items.setAll(new Choice(null));
          choices.choices().forEach(choice -> items.add(new Choice(choice)));
          box.setValue(items.contains(before) ? before : items.get(0));
        };
    choices.choices().addListener((ListChangeListener<Comparison>) change -> fill.run());
    fill.run();
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            model.comparedProperty().set(box.getValue().comparison());
          }
        });
    model.comparedProperty().subscribe(now -> box.setValue(new Choice(now)));
    return box;
  }

  private String word(Choice choice) {
    return choice.comparison() == null
        ? messages.get("retrieval.compare.none")
        : words.comparison(choice.comparison());
  }
}
