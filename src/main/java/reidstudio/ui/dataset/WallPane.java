package reidstudio.ui.dataset;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.data.Item;
import reidstudio.data.audit.IdentityItems;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.common.WordedBox;

/** One identity across its modalities: whom, their pictures, and what is written about them. */
final class WallPane extends HBox {
  private final WallViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final PictureWall wall;
  private final CaptionList captions;
  private final Label title = new Label();
  private final Label split = new Label();
  private final Label pointed = new Label();

  /**
   * @param showFile shows where a file of the data folder lies
   */
  WallPane(WallViewModel model, Widgets widgets, Consumer<String> showFile) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    wall = new PictureWall(widgets);
    captions = new CaptionList(widgets, wall::choose);
    getStyleClass().add("wall-pane");
    VBox.setVgrow(wall, Priority.ALWAYS);
    HBox.setHgrow(wall, Priority.ALWAYS);
    wall.setMinWidth(0);
    HBox both = new HBox(wall, captions);
    both.getStyleClass().add("wall-both");
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox person = new VBox(head(showFile), both);
    person.getStyleClass().addAll("card", "wall-person");
    person.setMinWidth(0);
    HBox.setHgrow(person, Priority.ALWAYS);
    getChildren().addAll(choices(), person);
    model.chosenProperty().subscribe(somebody -> show());
    // pictures are read once somebody looks at them
    visibleProperty().subscribe(seen -> show());
    messages.languageProperty().subscribe(language -> describe(model.chosenProperty().get()));
    wall.chosenProperty().subscribe(number -> point());
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
  }

  private VBox choices() {
    CustomTextField search = new CustomTextField();
    search.setId("identity-search");
    search.setLeft(new FontIcon(Material2MZ.SEARCH));
    search.promptTextProperty().bind(messages.text("dataset.wall.search"));
    search.accessibleTextProperty().bind(messages.text("dataset.wall.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    ComboBox<IdentityFilter> filter =
        new WordedBox<>(
            FXCollections.observableArrayList(IdentityFilter.values()),
            each -> messages.of("dataset.filter", each),
            messages);
    filter.setId("identity-filter");
    filter.setMaxWidth(Double.MAX_VALUE);
    filter.valueProperty().bindBidirectional(model.filterProperty());
    filter.accessibleTextProperty().bind(messages.text("dataset.wall.filter"));
    Label count = new Label();
    count.getStyleClass().add("hint");
    count.setId("identity-count");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.get(
                        "dataset.wall.count", model.people().size(), model.allProperty().get()),
                model.people(),
                model.allProperty(),
                messages.languageProperty()));
    IdentityList people = new IdentityList(model, widgets);
    VBox.setVgrow(people, Priority.ALWAYS);
    VBox box = new VBox(search, filter, count, people);
    box.getStyleClass().add("wall-choices");
    return box;
  }

  private HBox head(Consumer<String> showFile) {
    title.setId("wall-title");
    title.getStyleClass().add(Styles.TITLE_4);
    title.setMinWidth(USE_PREF_SIZE);
    split.getStyleClass().add(Styles.TEXT_MUTED);
    split.setMinWidth(0);
    pointed.setId("wall-pointed");
    pointed.getStyleClass().add("hint");
    pointed.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button file =
        widgets.iconButton(
            "dataset.show-file",
            Material2AL.FOLDER_OPEN,
            () -> wall.picture().map(Item.Picture::name).ifPresent(showFile),
            Styles.SMALL);
    file.setId("show-picture-file");
    file.disableProperty().bind(wall.chosenProperty().lessThan(0));
    Button before =
        widgets.iconButton(
            "dataset.wall.previous", Material2AL.CHEVRON_LEFT, () -> model.step(-1), Styles.SMALL);
    before.setId("previous-identity");
    Button next =
        widgets.iconButton(
            "dataset.wall.next", Material2AL.CHEVRON_RIGHT, () -> model.step(1), Styles.SMALL);
    next.setId("next-identity");
    HBox head = new HBox(title, split, gap, pointed, file, before, next);
    head.getStyleClass().add("page-toolbar");
    return head;
  }

  private void step(KeyEvent event) {
    boolean back = event.getCode() == KeyCode.LEFT;
    if (event.isAltDown() && (back || event.getCode() == KeyCode.RIGHT)) {
      model.step(back ? -1 : 1);
      event.consume();
    }
  }

  private void show() {
    IdentityItems person = isVisible() ? model.chosenProperty().get() : null;
    describe(person);
    wall.show(person);
    captions.show(person);
    boolean written = person != null && person.count(reidstudio.data.Modality.TEXT) > 0;
    captions.setVisible(written);
    captions.setManaged(written);
  }

  private void describe(IdentityItems person) {
    title.setText(person == null ? "" : messages.get("retrieval.person", person.identity()));
    split.setText(
        person == null
            ? ""
            : messages.get(person.isTraining() ? "dataset.split.train" : "dataset.split.test"));
  }

  private void point() {
    String name = wall.picture().map(Item.Picture::name).orElse("");
    pointed.setText(name);
    captions.follow(name);
  }
}
