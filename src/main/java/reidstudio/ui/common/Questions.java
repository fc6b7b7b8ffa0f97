package reidstudio.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;

/** Asks the user something, over whatever the window shows. */
public interface Questions {
  /** Shows {@code body} under a heading, until an answer hides it; the first has the focus. */
  void ask(String titleKey, Node body, Button... answers);

  /** Takes the question away. */
  void hide();
}
