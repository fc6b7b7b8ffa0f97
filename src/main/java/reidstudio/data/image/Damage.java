package reidstudio.data.image;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Turns warnings that mean lost picture content into a failure: the JPEG reader fills what is
 * missing of a broken file with grey and only warns.
 */
final class Damage implements IIOReadWarningListener {
  private String found;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    // bytes too many before a marker are skipped without a loss
    boolean harmless = text.contains("extraneous bytes");
    if (found == null && !harmless && (text.contains("premature") || text.contains("corrupt"))) {
      found = warning;
    }
  }

  /** Fails if content was lost. */
  void throwIfAny() throws IOException {
    if (found != null) {
      throw new IOException("is damaged, " + found);
    }
  }
}
