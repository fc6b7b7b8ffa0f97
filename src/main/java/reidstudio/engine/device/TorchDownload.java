package reidstudio.engine.device;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Fetches PyTorch's libraries from where DJL fetches them to where DJL looks for them. DJL would do
 * it itself, but without a word for gigabytes, and from the beginning after every break.
 *
 * <p>What has come is kept beside the folder, and the next call goes on from there. The library
 * that DJL looks for is put into the folder last, so a folder that has it has all.
 */
final class TorchDownload {
  /** Where DJL's makers keep them; the CUDA builds are not on Maven Central. */
  private static final String SITE = "https://publish.djl.ai/pytorch/2.7.1/";

  /** By which a laboratory names its own copy of that site. */
  private static final String SITE_SETTING = "REID_STUDIO_PYTORCH_SITE";

  /** Own choice. */
  private static final int SILENCE_MILLIS = 10_000;

  private static final String PACKED = ".gz";
  private static final int BLOCK = 1 << 16;

  /** No separator and no leading dot: nothing gets out of the folder. */
  private static final Pattern FILE_NAME = Pattern.compile("[\\w+-][\\w.+-]*");

  private final URI site;
  private final FileTransfer transfer;

  /** From the site that {@code settings}, by name, say, or else from DJL's. */
  TorchDownload(UnaryOperator<String> settings) {
    this(site(settings.apply(SITE_SETTING)), new FileTransfer(SILENCE_MILLIS));
  }

  /** From {@code site}, which ends with a slash and holds {@code files.txt}. */
  TorchDownload(URI site, FileTransfer transfer) {
    this.site = site;
    this.transfer = transfer;
  }

  /**
   * A packed library on the site.
   *
   * @param bytes packed; 0 if unknown
   */
  private record Library(URI place, String name, long bytes) {}

  private static URI site(String set) {
    if (set == null || set.isBlank()) {
      return URI.create(SITE);
    }
    return URI.create(set.endsWith("/") ? set : set + '/');
  }

  /** Whether {@code folder} has all that a download puts there. */
  static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve(mark()));
  }

  private static String mark() {
    return System.mapLibraryName("torch");
  }

  /**
   * Fills {@code folder}.
   *
   * @param build such as {@code cu128/linux-x86_64}
   * @throws FileNotFoundException if the site has no such build
   * @throws IOException if it cannot be read, or the disk is full
   * @throws java.util.concurrent.CancellationException if {@code listener} ends it
   */
  void fetch(String build, Path folder, DownloadListener listener) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Files.createDirectories(part);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new IOException("another program is downloading it");
      }
      fill(build, part, listener);
      moveAll(part, folder);
    } catch (OverlappingFileLockException e) {
      throw new IOException("this program is downloading it already", e);
    }
  }

  private void fill(String build, Path part, DownloadListener listener) throws IOException {
    List<Library> libraries = libraries(build, listener);
    boolean known = libraries.stream().allMatch(library -> library.bytes() > 0);
    long total = known ? libraries.stream().mapToLong(Library::bytes).sum() : 0;
    long before = 0;
    for (Library library : libraries) {
      Path unpacked = part.resolve(library.name());
      if (!Files.exists(unpacked)) {
        Path packed = part.resolve(library.name() + PACKED);
        transfer.fetch(
            library.place(), packed, library.bytes(), new PartListener(listener, before, total));
        unpack(packed, unpacked, listener);
      }
      before += library.bytes();
    }
  }

  private List<Library> libraries(String build, DownloadListener listener) throws IOException {
    List<Library> found = new ArrayList<>();
    for (String line : transfer.lines(site.resolve("files.txt"))) {
      if (line.startsWith(build + '/') && line.endsWith(PACKED)) {
        listener.throwIfCancelled();
        String file = line.substring(line.lastIndexOf('/') + 1, line.length() - PACKED.length());
        String name = URLDecoder.decode(file, StandardCharsets.UTF_8);
        if (!FILE_NAME.matcher(name).matches()) {
          throw new IOException("the site names a file '" + name + "'");
        }
        URI place = site.resolve(line);
        found.add(new Library(place, name, transfer.size(place)));
      }
    }
    if (found.isEmpty()) {
      throw new FileNotFoundException("the site has no " + build);
    }
    return found;
  }

  /** The format's own checksum tells what is damaged; that is deleted, or it would stay so. */
  private static void unpack(Path packed, Path target, DownloadListener listener)
      throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".tmp");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), BLOCK);
        OutputStream out = Files.newOutputStream(part)) {
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        listener.throwIfCancelled();
        out.write(block, 0, read);
      }
    } catch (ZipException | EOFException e) {
      Files.delete(packed);
      throw new IOException(target.getFileName() + " came damaged and was deleted", e);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(packed);
  }

  /** The folder may be there: DJL puts its own JNI library into it, for another libtorch too. */
  private static void moveAll(Path part, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> all = Files.list(part)) {
      files = all.sorted(Comparator.comparing(file -> file.endsWith(mark()))).toList();
    }
    for (Path file : files) {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(part);
  }

  /** Makes one file's progress a part of all. */
  private record PartListener(DownloadListener all, long before, long total)
      implements DownloadListener {
    @Override
    public void progress(long done, long ofThisFile) {
      all.progress(before + done, total);
    }

    @Override
    public boolean cancelled() {
      return all.cancelled();
    }
  }
}
