package reidstudio.ui.retrieval;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.PictureTile;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** A gallery picture in its place of a ranking: right or wrong by icon, word, and colour. */
final class AnswerTile extends VBox {
  private final Messages messages;
  private final PictureTile picture;
  private final Label rank = new Label();
  private final Label verdict = new Label();
  private final Label person = new Label();
  private final Tooltip name = new Tooltip();

  AnswerTile(Pictures pictures, Widgets widgets) {
    messages = widgets.messages();
    picture = new PictureTile(pictures, widgets);
    VBox.setVgrow(picture, Priority.ALWAYS);
    getStyleClass().add("answer-tile");
    rank.getStyleClass().add("answer-rank");
    verdict.getStyleClass().add("answer-verdict");
    person.getStyleClass().add("hint");
    rank.setMinWidth(USE_PREF_SIZE);
    rank.setGraphicTextGap(6);
    rank.setContentDisplay(ContentDisplay.RIGHT);
    getChildren().addAll(rank, picture, verdict, person);
    Tooltip.install(this, name);
    setFocusTraversable(true);
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    setPrefWidth(80);
  }

  void clear() {
    picture.clear();
    setVisible(false);
  }

  /**
   * Shows an answer.
   *
   * @param place from 1
   * @param identity of who is on the picture
   * @param path as the data folder has it
   */
  void show(int place, boolean right, String identity, Optional<Path> file, String path) {
    setVisible(true);
    getStyleClass().removeAll("right", "wrong");
    getStyleClass().add(right ? "right" : "wrong");
    rank.setText(Integer.toString(place));
    verdict.setText(messages.get(right ? "retrieval.right" : "retrieval.wrong"));
    rank.setGraphic(new FontIcon(right ? Material2AL.CHECK_CIRCLE : Material2AL.CANCEL));
    person.setText(messages.get("retrieval.person", identity));
    name.setText(path);
    picture.show(file);
    setAccessibleText(messages.get("retrieval.answer", place, verdict.getText(), identity, path));
  }
}
