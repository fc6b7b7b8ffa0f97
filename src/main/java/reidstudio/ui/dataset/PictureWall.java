package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import reidstudio.data.Item;
import reidstudio.data.audit.IdentityItems;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.PictureTile;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/**
 * All pictures of a person in rows by modality. Only the rows in sight exist, and only the pictures
 * shown last are kept, so a person may have thousands.
 */
final class PictureWall extends ListView<WallRow> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double TILE_WIDTH = 84;
  private static final double TILE_HEIGHT = 164;
  private static final double GAP = 6;

  /** Border and padding of a tile, both sides. */
  private static final double ROUND = 8;

  /** The scroll bar and the padding of a row. */
  private static final double BESIDE = 36;

  private static final int KEPT = 240;

  private final Pictures cache = new Pictures(KEPT, 2 * TILE_HEIGHT);
  private final Widgets widgets;
  private final Messages messages;
  private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
  private IdentityItems person;
  private List<Item.Picture> pictures = List.of();
  private int columns = 1;

  PictureWall(Widgets widgets) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    setId("wall");
    getStyleClass().add("wall");
    setCellFactory(list -> new RowCell());
    setPlaceholder(widgets.label("dataset.wall.no-pictures", Styles.TEXT_MUTED));
    widthProperty().subscribe(width -> arrange());
    messages.languageProperty().subscribe(language -> refresh());
    chosen.subscribe(number -> say());
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Number of the picture that is pointed at; −1 for none. */
  IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The picture that is pointed at. */
  Optional<Item.Picture> picture() {
    int number = chosen.get();
    return number >= 0 && number < pictures.size()
        ? Optional.of(pictures.get(number))
        : Optional.empty();
  }

  /** Points at the picture called {@code name}. */
  void choose(String name) {
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).name().equals(name)) {
        turnTo(i);
        return;
      }
    }
  }

  /** Shows {@code somebody}; null for nobody. */
  void show(IdentityItems somebody) {
    person = somebody;
    pictures = somebody == null ? List.of() : WallRow.pictures(somebody);
    chosen.set(-1);
    columns = 0;
    arrange();
    scrollTo(0);
  }

  private void arrange() {
    int fit = (int) Math.max(1, (getWidth() - BESIDE + GAP) / (TILE_WIDTH + ROUND + GAP));
    if (fit != columns) {
      columns = fit;
      getItems().setAll(person == null ? List.of() : WallRow.of(person, fit));
    }
  }

  private void move(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns;
          case DOWN -> columns;
          case HOME -> -pictures.size();
          case END -> pictures.size();
          default -> 0;
        };
    if (by != 0 && !pictures.isEmpty()) {
      int from = chosen.get() < 0 && event.getCode() != KeyCode.END ? -by : chosen.get();
      turnTo(Math.max(0, Math.min(pictures.size() - 1, from + by)));
      event.consume();
    }
  }

  private void turnTo(int number) {
    chosen.set(number);
    for (int row = 0; row < getItems().size(); row++) {
      if (getItems().get(row) instanceof WallRow.Strip strip
          && number >= strip.first()
          && number < strip.first() + strip.pictures().size()) {
        scrollTo(Math.max(0, row - 1));
        return;
      }
    }
  }

  private void say() {
    setAccessibleText(
        picture()
            .map(
                picture ->
                    messages.get(
                        "dataset.wall.picture",
                        chosen.get() + 1,
                        pictures.size(),
                        messages.get("modality." + picture.modality().word()),
                        picture.name()))
            .orElse(messages.get("dataset.wall")));
  }

  private final class RowCell extends ListCell<WallRow> {
    private final Label heading = new Label();
    private final HBox strip = new HBox(GAP);
    private final List<Tile> tiles = new ArrayList<>();

    RowCell() {
      heading.getStyleClass().add(Styles.TEXT_BOLD);
      getStyleClass().add("wall-row");
      chosen.subscribe(number -> tiles.forEach(Tile::mark));
    }

    @Override
    protected void updateItem(WallRow row, boolean empty) {
      super.updateItem(row, empty);
      tiles.forEach(Tile::clear);
      setGraphic(null);
      if (empty || row == null) {
        return;
      }
      if (row instanceof WallRow.Heading of) {
        heading.setText(
            messages.get(
                "dataset.wall.heading",
                messages.get("modality." + of.modality().word()),
                of.pictures()));
        setGraphic(heading);
      } else if (row instanceof WallRow.Strip of) {
        fill(of);
        setGraphic(strip);
      }
    }

    private void fill(WallRow.Strip of) {
      while (tiles.size() < of.pictures().size()) {
        Tile tile = new Tile();
        tiles.add(tile);
        strip.getChildren().add(tile);
      }
      for (int i = 0; i < tiles.size(); i++) {
        boolean used = i < of.pictures().size();
        tiles.get(i).setVisible(used);
        tiles.get(i).setManaged(used);
        if (used) {
          tiles.get(i).show(of.first() + i, of.pictures().get(i));
        }
      }
    }
  }

  /** A picture that can be pointed at. */
  private final class Tile extends StackPane {
    private final PictureTile picture = new PictureTile(cache, widgets);
    private final Tooltip name = new Tooltip();
    private int number = -1;

    Tile() {
      getStyleClass().add("wall-tile");
      picture.setPrefSize(TILE_WIDTH, TILE_HEIGHT);
      picture.setMinSize(TILE_WIDTH, TILE_HEIGHT);
      getChildren().add(picture);
      Tooltip.install(this, name);
      setOnMousePressed(
          event -> {
            chosen.set(number);
            PictureWall.this.requestFocus();
          });
    }

    void show(int of, Item.Picture item) {
      number = of;
      name.setText(item.name());
      picture.show(Optional.of(item.file()));
      mark();
    }

    void clear() {
      number = -1;
      picture.clear();
    }

    void mark() {
      pseudoClassStateChanged(CHOSEN, number >= 0 && number == chosen.get());
    }
  }
}
