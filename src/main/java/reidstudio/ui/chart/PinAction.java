package reidstudio.ui.chart;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Something that a pinned x leads to: a small button on the pin's flag.
 *
 * @param text tooltip of the button, and what a screen reader says
 * @param icon makes the picture on the button
 */
public record PinAction(String text, Supplier<? extends Node> icon, Opener opener) {
  /** Leads there. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens what belongs to {@code x}.
     *
     * @param from the button that was pressed
     * @param x what is pinned
     */
    void open(Node from, double x);
  }
}
