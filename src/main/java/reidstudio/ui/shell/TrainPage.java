package reidstudio.ui.shell;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What to train on the left, how it goes on the right. The charts, two fifths of all nodes, come by
 * {@link #showCurves}: a run can be started before.
 */
final class TrainPage extends BorderPane {
  private final BooleanProperty setupShown = new SimpleBooleanProperty(true);
  private final VBox right;
  private final Supplier<? extends Node> curves;

  /**
   * @param health what is wrong with the run, in a line; takes no room while nothing is
   * @param curves makes the charts; asked once
   */
  TrainPage(Node runBar, Node health, Node setup, Supplier<? extends Node> curves) {
    getStyleClass().add("train-page");
    setId("train-page");
    setTop(runBar);
    setLeft(setup);
    right = new VBox(health);
    this.curves = curves;
    setCenter(right);
    setup.visibleProperty().bind(setupShown);
    setup.managedProperty().bind(setupShown);
  }

  /** Makes the charts; once. */
  void showCurves() {
    Node made = curves.get();
    VBox.setVgrow(made, Priority.ALWAYS);
    right.getChildren().add(made);
  }

  void showSetup() {
    setupShown.set(true);
  }

  void toggleSetup() {
    setupShown.set(!setupShown.get());
  }
}
