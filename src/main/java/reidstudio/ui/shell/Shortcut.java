package reidstudio.ui.shell;

import javafx.scene.input.KeyCombination;

/** The keys of the window; none of them is needed for typing. */
enum Shortcut {
  START("F5"),
  PAUSE("F6"),
  RESUME("F7"),
  STOP("Shift+F5"),
  DIAGNOSE_ALL("Shift+F8"),
  DIAGNOSE_CE("F8"),
  DIAGNOSE_SAMPLING("F9"),
  DIAGNOSE_NORM("F11"),
  CANCEL_DIAGNOSIS("Shift+F9"),
  PAGE_TRAIN("Shortcut+1"),
  PAGE_DATA("Shortcut+2"),
  PAGE_BATCH("Shortcut+3"),
  PAGE_DIAGNOSIS("Shortcut+4"),
  PAGE_EVALUATION("Shortcut+5"),
  PAGE_RUNS("Shortcut+6"),
  PAGE_LOG("Shortcut+7"),
  OPEN_RUN("Shortcut+O"),
  OPEN_DATA("Shortcut+D"),
  SETUP("Shortcut+B"),
  THEME("Shortcut+Shift+D"),
  KEYS("F1"),
  QUIT("Shortcut+Q");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  KeyCombination keys() {
    return KeyCombination.valueOf(keys);
  }

  static Shortcut of(Page page) {
    return valueOf("PAGE_" + page.name());
  }
}
