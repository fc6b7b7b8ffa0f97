package reidstudio.ui.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import reidstudio.event.TestItem;

/**
 * Pictures of a data folder, decoded by JavaFX's own threads in the size in which they are shown.
 * The newest are kept.
 */
public final class Pictures {
  private final int kept;
  private final double height;
  private final Map<Path, Image> cache = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Keeps the newest.
   *
   * @param kept how many
   * @param height of a picture in pixels: twice that of the largest tile, for screens with more
   *     pixels
   */
  public Pictures(int kept, double height) {
    this.kept = kept;
    this.height = height;
  }

  /** Where {@code item} of {@code dataFolder} lies; empty if that is no place inside of it. */
  public static Optional<Path> file(String dataFolder, TestItem item) {
    return file(dataFolder, item.picture());
  }

  /**
   * As {@link #file(String, TestItem)}.
   *
   * @param picture path relative to the data folder
   */
  public static Optional<Path> file(String dataFolder, String picture) {
    try {
      Path folder = Path.of(dataFolder);
      Path file = folder.resolve(picture).normalize();
      return folder.isAbsolute() && file.startsWith(folder.normalize())
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The picture, which may still be on its way. */
  public Image get(Path file) {
    Image known = cache.get(file);
    if (known != null) {
      return known;
    }
    Image loading = new Image(file.toUri().toString(), 0, height, true, true, true);
    cache.put(file, loading);
    if (cache.size() > kept) {
      cache.remove(cache.keySet().iterator().next());
    }
    return loading;
  }

  /** Ends the decoding of a picture that is not shown any more. */
  public void release(Path file) {
    Image known = cache.get(file);
    if (known != null && (known.getProgress() < 1 || known.isError())) {
      known.cancel();
      cache.remove(file);
    }
  }
}
