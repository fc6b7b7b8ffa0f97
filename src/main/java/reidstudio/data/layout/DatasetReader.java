package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/** Opens a folder with the first layout that recognises it. */
public final class DatasetReader {
  private final List<DatasetLayout> layouts;

  /** Knows the given layouts. */
  public DatasetReader(List<DatasetLayout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /** Knows every layout of this package. */
  public static DatasetReader ofAllLayouts() {
    return new DatasetReader(List.of(new OrbenchLayout()));
  }

  /** Reads {@code folder} and tells nobody how far it is. */
  public Dataset open(Path folder) throws DatasetException {
    return open(folder, ProgressListener.none());
  }

  /**
   * Reads {@code folder}.
   *
   * @throws DatasetException with one sentence for the user
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  public Dataset open(Path folder, ProgressListener progress) throws DatasetException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.exists(absolute)) {
      throw new DatasetException(
          "There is no folder " + absolute + "; check the path or choose another folder.");
    }
    if (!Files.isDirectory(absolute)) {
      throw new DatasetException(
          absolute + " is a file; choose the folder that holds the data set instead.");
    }
    Optional<DatasetLayout> layout = layoutOf(absolute);
    if (layout.isEmpty()) {
      throw new DatasetException(notRecognised(absolute));
    }
    return layout.get().read(absolute, progress);
  }

  private Optional<DatasetLayout> layoutOf(Path folder) {
    return layouts.stream().filter(layout -> layout.recognises(folder)).findFirst();
  }

  private String notRecognised(Path folder) {
    String marks = layouts.stream().map(DatasetLayout::mark).collect(Collectors.joining(" or "));
    String advice =
        neighbour(folder)
            .map(better -> "open " + better + ", which has it.")
            .orElse("choose the folder in which that file lies.");
    return "%s is not a data set, %s was looked for and is not there; %s"
        .formatted(folder, marks, advice);
  }

  /** A sub-folder or the parent that would have been recognised. */
  private Optional<Path> neighbour(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> inside =
          entries
              .filter(Files::isDirectory)
              .filter(sub -> layoutOf(sub).isPresent())
              .sorted()
              .toList();
      if (!inside.isEmpty()) {
        return Optional.of(inside.get(0));
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.ofNullable(folder.getParent()).filter(up -> layoutOf(up).isPresent());
  }
}
