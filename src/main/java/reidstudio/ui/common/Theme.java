package reidstudio.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;

/** The window's colours. */
public enum Theme {
  /** Dark on light. */
  LIGHT(new PrimerLight().getUserAgentStylesheet()),
  /** Light on dark. */
  DARK(new PrimerDark().getUserAgentStylesheet());

  private final String sheet;

  Theme(String sheet) {
    this.sheet = sheet;
  }

  /** Gives all windows of the program these colours. */
  public void apply() {
    Application.setUserAgentStylesheet(sheet);
  }
}
