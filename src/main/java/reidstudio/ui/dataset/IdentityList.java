package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.data.audit.IdentityItems;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The identities that are searched for, each with its counts by modality. */
final class IdentityList extends ListView<IdentityItems> {
  private final Messages messages;
  private final Details words;

  IdentityList(WallViewModel model, Widgets widgets) {
    super(model.people());
    this.messages = widgets.messages();
    this.words = new Details(messages, widgets.words());
    setId("identities");
    getStyleClass().add("identity-list");
    setCellFactory(list -> new PersonCell());
    setPlaceholder(widgets.label("dataset.wall.nobody", "hint"));
    accessibleTextProperty().bind(messages.text("dataset.wall.identities"));
    messages.languageProperty().subscribe(language -> refresh());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            person -> {
              if (person != null) {
                model.chosenProperty().set(person);
              }
            });
    model.chosenProperty().subscribe(this::follow);
  }

  private void follow(IdentityItems person) {
    if (person == null) {
      getSelectionModel().clearSelection();
    } else if (!person.equals(getSelectionModel().getSelectedItem())) {
      int at = getItems().indexOf(person);
      getSelectionModel().select(at);
      scrollTo(Math.max(0, at - 3));
    }
  }

  private final class PersonCell extends ListCell<IdentityItems> {
    private final Label name = new Label();
    private final Label split = new Label();
    private final Label counts = new Label();
    private final VBox box;

    PersonCell() {
      name.getStyleClass().add(Styles.TEXT_BOLD);
      split.getStyleClass().add("hint");
      split.setMinWidth(Region.USE_PREF_SIZE);
      counts.getStyleClass().add("hint");
      counts.setMinWidth(0);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      box = new VBox(new HBox(name, gap, split), counts);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(IdentityItems person, boolean empty) {
      super.updateItem(person, empty);
      setGraphic(empty || person == null ? null : box);
      setAccessibleText(null);
      if (!empty && person != null) {
        name.setText(person.identity());
        split.setText(
            messages.get(person.isTraining() ? "dataset.split.train" : "dataset.split.test"));
        counts.setText(words.counts(person));
        setAccessibleText(String.join(", ", name.getText(), split.getText(), counts.getText()));
      }
    }
  }
}
