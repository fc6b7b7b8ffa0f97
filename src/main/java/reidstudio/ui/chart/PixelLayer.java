package reidstudio.ui.chart;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A node that shows a {@link Raster} at the resolution of the screen. Draws into one of two buffers
 * while the renderer may still read the other.
 */
final class PixelLayer extends ImageView {
  private Buffer shown = new Buffer(1, 1);
  private Buffer spare = new Buffer(1, 1);

  PixelLayer() {
    setSmooth(false);
    setManaged(false);
    setMouseTransparent(true);
  }

  /** A clean raster of {@code width} by {@code height} device pixels to draw the next frame on. */
  Raster begin(int width, int height) {
    if (spare.raster.width() != width || spare.raster.height() != height) {
      spare = new Buffer(width, height);
    } else {
      spare.raster.clear();
    }
    return spare.raster;
  }

  /** Shows what was drawn since {@link #begin}, where {@code frame} has its plot area. */
  void show(PlotFrame frame) {
    Buffer drawn = spare;
    spare = shown;
    shown = drawn;
    drawn.pixels.updateBuffer(whole -> null);
    setImage(drawn.image);
    setX(frame.left());
    setY(frame.top());
    setFitWidth(drawn.raster.width() / frame.scale());
    setFitHeight(drawn.raster.height() / frame.scale());
  }

  private static final class Buffer {
    final Raster raster;
    final PixelBuffer<IntBuffer> pixels;
    final WritableImage image;

    Buffer(int width, int height) {
      int[] argb = new int[width * height];
      raster = new Raster(argb, width, height);
      pixels =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(pixels);
    }
  }
}
