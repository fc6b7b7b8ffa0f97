package reidstudio.ui.chart;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** A chart as it looked at one moment, to be saved by any thread. */
public final class PngPicture {
  private final Image image;

  /** Nobody draws on {@code image} any more. */
  PngPicture(Image image) {
    this.image = image;
  }

  /**
   * Writes it to {@code file}, replacing that.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    PngWriter.write(image, file);
  }
}
