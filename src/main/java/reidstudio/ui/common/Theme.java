package reidstudio.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;

/** The window's colours. */
public enum Theme {
  /** Dark on light. */
  LIGHT(new PrimerLight()),
  /** Light on dark. */
  DARK(new PrimerDark());

  private final atlantafx.base.theme.Theme sheet;

  Theme(atlantafx.base.theme.Theme sheet) {
    this.sheet = sheet;
  }

  /** Whether text is lighter than its background. */
  public boolean isDark() {
    return sheet.isDarkMode();
  }

  /** Gives all windows of the program these colours. */
  public void apply() {
    Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
  }
}
