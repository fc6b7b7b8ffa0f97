package reidstudio.ui.common;

import java.util.Optional;

/** The colours that the system's own windows have. */
@FunctionalInterface
public interface SystemTheme {
  /** As it is now; empty where the system does not tell. May take its time. */
  Optional<Theme> now();
}
