package reidstudio.ui.curves;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import reidstudio.ui.common.Messages;

/** One chart on the whole screen, until Escape puts it back where it was. */
final class FullScreenCard {
  private final Messages messages;
  private Optional<Stage> shown = Optional.empty();

  FullScreenCard(Messages messages) {
    this.messages = messages;
  }

  /** Takes {@code card} out of its place. */
  void show(CurveCard card) {
    close();
    Pane home = (Pane) card.getParent();
    Scene window = card.getScene();
    int place = home.getChildren().indexOf(card);
    home.getChildren().set(place, new Region());
    StackPane root = new StackPane(card);
    root.getStyleClass().addAll("studio", "full-screen-card");
    root.getStylesheets().setAll(window.getRoot().getStylesheets());
    Stage stage = new Stage();
    stage.initOwner(window.getWindow());
    stage.titleProperty().bind(card.chart().titleProperty());
    Scene scene = new Scene(root, window.getWidth(), window.getHeight());
    scene.getStylesheets().setAll(window.getStylesheets());
    stage.setScene(scene);
    stage.setFullScreenExitHint("");
    // the filter below ends it on every system alike
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    stage.setOnHidden(hidden -> giveBack(root, card, home, place));
    root.getChildren().add(hint());
    shown = Optional.of(stage);
    stage.setFullScreen(true);
    stage.show();
    card.chart().requestFocus();
  }

  private Label hint() {
    Label hint = new Label(messages.get("chart.full-screen.hint"));
    hint.getStyleClass().add("full-screen-hint");
    hint.setMouseTransparent(true);
    StackPane.setAlignment(hint, Pos.TOP_CENTER);
    return hint;
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE || code == KeyCode.F || code == KeyCode.F11) {
      event.consume();
      close();
    }
  }

  private void giveBack(Pane root, Node card, Pane home, int place) {
    shown = Optional.empty();
    root.getChildren().remove(card);
    home.getChildren().set(place, card);
    card.requestFocus();
  }

  /** Ends it, if it is. */
  void close() {
    shown.ifPresent(Stage::hide);
  }
}
