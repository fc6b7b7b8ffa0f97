package reidstudio.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What to train on the left, how it goes on the right. */
final class TrainPage extends BorderPane {
  private final BooleanProperty setupShown = new SimpleBooleanProperty(true);

  /**
   * @param health what is wrong with the run, in a line; takes no room while nothing is
   */
  TrainPage(Node runBar, Node health, Node setup, Node curves) {
    getStyleClass().add("train-page");
    setId("train-page");
    setTop(runBar);
    setLeft(setup);
    VBox right = new VBox(health, curves);
    VBox.setVgrow(curves, Priority.ALWAYS);
    setCenter(right);
    setup.visibleProperty().bind(setupShown);
    setup.managedProperty().bind(setupShown);
  }

  void showSetup() {
    setupShown.set(true);
  }

  void toggleSetup() {
    setupShown.set(!setupShown.get());
  }
}
