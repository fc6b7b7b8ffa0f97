package reidstudio.ui.common;

/** The window's colours. */
public enum Theme {
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK
}
