package reidstudio.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** What to train on the left, how it goes on the right. */
final class TrainPage extends BorderPane {
  private final BooleanProperty setupShown = new SimpleBooleanProperty(true);

  TrainPage(Node runBar, Node setup, Node curves) {
    getStyleClass().add("train-page");
    setId("train-page");
    setTop(runBar);
    setLeft(setup);
    setCenter(curves);
    setup.visibleProperty().bind(setupShown);
    setup.managedProperty().bind(setupShown);
  }

  void toggleSetup() {
    setupShown.set(!setupShown.get());
  }
}
