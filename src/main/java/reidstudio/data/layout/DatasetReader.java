package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reidstudio.config.DataConfig;
import reidstudio.config.LayoutChoice;
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

  /** Knows every layout of this package, and reads the first split of those that have several. */
  public static DatasetReader ofAllLayouts() {
    return new DatasetReader(layouts(1));
  }

  /** Knows what {@code config} leaves to it: the layout that it names, or all. */
  public static DatasetReader of(DataConfig config) {
    return of(config.layout(), config.split());
  }

  /** Knows {@code choice}, or all layouts. */
  public static DatasetReader of(LayoutChoice choice, int split) {
    List<DatasetLayout> all = layouts(split);
    String wanted = choice.name().replace('_', '-');
    return new DatasetReader(
        choice == LayoutChoice.AUTO
            ? all
            : all.stream().filter(layout -> layout.name().equalsIgnoreCase(wanted)).toList());
  }

  private static List<DatasetLayout> layouts(int split) {
    return List.of(
        new OrbenchLayout(),
        new Prcv2025Layout(split),
        new CuhkPedesLayout(),
        new IcfgPedesLayout(),
        new RstpReidLayout(),
        new SysuMm01Layout(),
        new RegdbLayout(split),
        new LlcmLayout(),
        new Market1501Layout());
  }

  /**
   * The layout of a folder.
   *
   * @param layout its name
   * @param mark the file or folder by which it is known
   */
  public record Recognition(String layout, String mark) {
    /** Why the folder is held for that, in words. */
    public String why() {
      return "it has " + mark;
    }
  }

  /** What {@code folder} is held for; empty if it is no data set. */
  public Optional<Recognition> recognise(Path folder) {
    return layoutOf(folder).map(layout -> new Recognition(layout.name(), layout.mark()));
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
    String marks = layouts.stream().map(DatasetLayout::mark).collect(Collectors.joining(", "));
    String advice =
        neighbour(folder)
            .map(better -> "open " + better + ", which is one.")
            .orElse("choose the folder in which it lies.");
    return layouts.size() == 1
        ? "%s is not laid out like %s, for %s is not there; %s"
            .formatted(folder, layouts.get(0).name(), marks, advice)
        : "%s is not a data set, for it has none of %s; %s".formatted(folder, marks, advice);
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
