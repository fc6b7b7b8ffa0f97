package reidstudio.data.demo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the demo data set: drawn people in the ORBench layout.
 *
 * <pre>
 * DIR/vis|nir|cp|sk/NNNN/*.jpg           NNNN = number of the identity
 * DIR/train_annos.json                   [{id, file_path, caption, split}], id = 1, 2, 3, ...
 * DIR/test_gallery_and_queries.json      RGB_GALLERY and the 32 query settings
 * DIR/demo.json                          which generator and spec made it
 * </pre>
 */
public final class DemoDataset {
  private static final Set<String> CONTENTS = contents();

  private DemoDataset() {}

  /**
   * Writes the data set on the calling thread and a pool of its own. All is written into a folder
   * beside {@code dir} that takes its place at the end; an older demo data set in {@code dir} is
   * replaced.
   *
   * @param progress is told the share done, 0 to 1, on the calling thread
   * @param cancelled is asked often, on the calling thread; interrupting the thread has the same
   *     effect
   * @throws CancellationException after a cancellation; nothing is left behind
   * @throws IOException with one sentence for the user if {@code dir} cannot be written or holds
   *     other files
   */
  public static void write(
      Path dir, DemoSpec spec, DoubleConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    Path target = dir.toAbsolutePath().normalize();
    try {
      refuseForeign(target);
      try (StagedFolder staged = StagedFolder.open(target)) {
        DemoPlan plan = DemoPlan.of(spec);
        new PaintingPool(plan, staged.path()).paint(progress, cancelled);
        new DemoAnnotations().write(staged.path(), plan);
        Marker.of(spec).write(staged.path());
        staged.publish();
      }
    } catch (IOException e) {
      throw new IOException(
          "Cannot write the demo data set to " + target + ": " + reason(e) + ".", e);
    }
  }

  /**
   * True if {@code dir} holds the data set of exactly this spec and generator, with no file
   * missing.
   */
  public static boolean isComplete(Path dir, DemoSpec spec) {
    try {
      return Marker.read(dir).filter(Marker.of(spec)::equals).isPresent()
          && Files.isRegularFile(dir.resolve(DemoAnnotations.TRAIN_FILE))
          && Files.isRegularFile(dir.resolve(DemoAnnotations.TEST_FILE))
          && DemoPlan.of(spec)
              .people()
              .flatMap(person -> person.shots().stream())
              .allMatch(shot -> Files.isRegularFile(dir.resolve(shot.path())));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whoever mistypes a folder must not lose what is in it. */
  private static void refuseForeign(Path target) throws IOException {
    if (target.getFileName() == null) {
      throw new FileSystemException(
          target.toString(), null, "it is the root of a file system; choose a folder below it");
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(target)) {
      names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
    List<String> foreign = names.stream().filter(name -> !CONTENTS.contains(name)).toList();
    if (!foreign.isEmpty() || (!names.isEmpty() && Marker.read(target).isEmpty())) {
      String example = foreign.isEmpty() ? names.get(0) : foreign.get(0);
      throw new FileSystemException(
          target.toString(),
          null,
          "the folder holds other files (" + example + "); choose a new or an empty folder");
    }
  }

  private static Set<String> contents() {
    Set<String> names = Stream.of(Medium.values()).map(Medium::folder).collect(Collectors.toSet());
    names.addAll(List.of(DemoAnnotations.TRAIN_FILE, DemoAnnotations.TEST_FILE, Marker.FILE));
    return Set.copyOf(names);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission to write " + denied.getFile() + "; choose a folder you may write to";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, not a folder; choose another place";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
