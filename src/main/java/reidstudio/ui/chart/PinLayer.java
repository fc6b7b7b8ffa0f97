package reidstudio.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * The line of a pinned x and its flag, as nodes above the drawing. The flag says which x it is; in
 * the chart that has the mouse or the keyboard it also has a button for each way that leads from
 * there, and one that lets go.
 */
final class PinLayer extends Pane {
  private final Line line = new Line();
  private final Label name = new Label();
  private final HBox ways = new HBox();
  private final HBox flag = new HBox(name, ways);
  private Optional<Runnable> unmade = Optional.empty();
  private double pinned = Double.NaN;

  PinLayer() {
    setManaged(false);
    setPickOnBounds(false);
    line.getStyleClass().add("trace-pin");
    line.setMouseTransparent(true);
    flag.getStyleClass().add("trace-pin-flag");
    flag.setAlignment(Pos.CENTER_LEFT);
    ways.managedProperty().bind(ways.visibleProperty());
    // a click on the flag is none on the plot below it
    flag.addEventHandler(MouseEvent.ANY, Event::consume);
    getChildren().addAll(line, flag);
    setVisible(false);
  }

  /**
   * Says where the pin's buttons lead.
   *
   * @param remove lets go of the pinned x
   * @param active whether the buttons are shown
   */
  void setWays(
      List<PinAction> actions,
      String removeText,
      DoubleConsumer remove,
      ObservableValue<Boolean> active) {
    // tooltips are windows of their own, which take their time, and most charts never show a pin
    unmade = Optional.of(() -> makeWays(actions, removeText, remove));
    ways.visibleProperty().unbind();
    ways.visibleProperty().bind(active);
  }

  private void makeWays(List<PinAction> actions, String removeText, DoubleConsumer remove) {
    ways.getChildren().clear();
    for (PinAction action : actions) {
      Button button = button(action.text(), action.icon().get());
      button.setOnAction(e -> action.opener().open(button, pinned));
      ways.getChildren().add(button);
    }
    Region cross = new Region();
    cross.getStyleClass().add("trace-pin-cross");
    Button close = button(removeText, cross);
    close.setOnAction(e -> remove.accept(pinned));
    ways.getChildren().add(close);
  }

  /** The keyboard has keys for all of them; as stops of the Tab key they would be too many. */
  private static Button button(String text, Node icon) {
    Button button = new Button();
    button.setGraphic(icon);
    button.getStyleClass().setAll("trace-pin-way");
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.setFocusTraversable(false);
    return button;
  }

  /** Shows the pin at {@code x}, if that can be seen; NaN for no pin. */
  void show(ChartPicture picture, double x) {
    PlotFrame frame = picture.frame();
    double at = frame.x().toPixel(x);
    pinned = x;
    setVisible(!Double.isNaN(x) && frame.containsX(at));
    if (!isVisible()) {
      return;
    }
    unmade.ifPresent(Runnable::run);
    unmade = Optional.empty();
    line.setStartX(frame.crisp(at));
    line.setEndX(frame.crisp(at));
    line.setEndY(frame.height());
    name.setText(picture.xUnit().place(x));
    flag.autosize();
    // to the left where the right has no room, so that it never leaves the plot
    boolean fits = at + flag.prefWidth(-1) <= frame.width();
    flag.relocate(Math.rint(fits ? at : Math.max(0, at - flag.prefWidth(-1))), 0);
  }
}
