package reidstudio.ui.common;

import java.util.Optional;

/** What the user wants the window's colours to be. */
public enum ThemeChoice {
  /** As the system's own windows are. */
  SYSTEM,
  /** Always dark on light. */
  LIGHT,
  /** Always light on dark. */
  DARK;

  /** The theme that is chosen; empty if the system decides. */
  public Optional<Theme> theme() {
    return switch (this) {
      case SYSTEM -> Optional.empty();
      case LIGHT -> Optional.of(Theme.LIGHT);
      case DARK -> Optional.of(Theme.DARK);
    };
  }
}
