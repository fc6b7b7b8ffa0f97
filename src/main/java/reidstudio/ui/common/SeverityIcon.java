package reidstudio.ui.common;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;

/** A severity as a shape and a colour, so that it is told apart without colours too. */
public final class SeverityIcon extends FontIcon {
  /** The icon of {@code severity}. */
  public SeverityIcon(Severity severity) {
    super(shape(severity));
    getStyleClass().addAll("severity-icon", styleOf(severity));
  }

  /** The style class of {@code severity}: {@code severity-ok} and so on. */
  public static String styleOf(Severity severity) {
    return "severity-" + severity.name().toLowerCase(Locale.ROOT);
  }

  private static Ikon shape(Severity severity) {
    return switch (severity) {
      case OK -> Material2AL.CHECK_CIRCLE;
      case INFO -> Material2AL.INFO;
      case UNCHECKED -> Material2AL.HELP_OUTLINE;
      case WARNING -> Material2MZ.WARNING;
      case ERROR -> Material2AL.ERROR;
    };
  }
}
