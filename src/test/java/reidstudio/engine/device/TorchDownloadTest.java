package reidstudio.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The download of PyTorch, with all that happens to gigabytes on their way. */
class TorchDownloadTest {
  private static final String BUILD = "cu128/linux-x86_64";
  private static final String TORCH = System.mapLibraryName("torch");
  private static final byte[] SMALL = "the last".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LARGE = noise(300_000);

  @TempDir private Path home;
  private final List<Long> heard = new ArrayList<>();
  private long total;
  private long cancelAt = Long.MAX_VALUE;
  private LibrarySite site;
  private Path cache;
  private Path folder;

  @BeforeEach
  void aSiteWithTwoBuilds() throws IOException {
    site = new LibrarySite();
    site.add("cpu/linux-x86_64/native/lib/" + TORCH + ".gz", noise(9));
    site.add(BUILD + "/native/lib/" + TORCH + ".gz", SMALL);
    site.add(BUILD + "/native/lib/libstdc%2B%2B.so.6.gz", LARGE);
    cache = Files.createDirectory(home.resolve("cache"));
    folder = cache.resolve("2.7.1-cu128-linux-x86_64");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theLibrariesOfTheBuildAreUnpackedIntoTheFolder() throws IOException {
    assertThat(TorchDownload.isComplete(folder)).isFalse();
    fetch();
    assertFilled();
    assertThat(heard).isSorted().endsWith(total);
    assertThat(total)
        .isEqualTo(LibrarySite.packed(SMALL).length + LibrarySite.packed(LARGE).length);
  }

  @Test
  void aLineThatBreaksIsTakenUpWhereItBroke() throws IOException {
    site.breakAfter(100_000);
    fetch();
    assertFilled();
    assertThat(site.asked())
        .filteredOn(request -> request.contains("bytes="))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(request -> assertThat(request).contains("libstdc"));
    assertThat(heard).isSorted();
  }

  @Test
  void aServerThatSendsNothingIsGivenUpAndWhatHasComeIsKept() throws IOException {
    site.breakAfter(0);
    assertThatThrownBy(this::fetch).isInstanceOf(IOException.class);
    assertThat(TorchDownload.isComplete(folder)).isFalse();

    site.breakAfter(Integer.MAX_VALUE);
    fetch();
    assertFilled();
  }

  @Test
  void aCancelledDownloadGoesOnLater() throws IOException {
    cancelAt = 150_000;
    assertThatThrownBy(this::fetch).isInstanceOf(CancellationException.class);
    assertThat(TorchDownload.isComplete(folder)).isFalse();
    assertThat(packedPart()).exists();
    long kept = Files.size(packedPart());
    assertThat(kept).isGreaterThanOrEqualTo(cancelAt - 100);

    cancelAt = Long.MAX_VALUE;
    fetch();
    assertFilled();
    assertThat(site.asked()).anyMatch(request -> request.endsWith("bytes=" + kept + "-"));
  }

  @Test
  void withoutSizesItIsFetchedWholeAndNothingIsSaidOfAll() throws IOException {
    site.keepSizesToItself();
    fetch();
    assertFilled();
    assertThat(total).isZero();
  }

  @Test
  void damageIsNamedAndNotKept() {
    byte[] damaged = LibrarySite.packed(LARGE);
    damaged[damaged.length / 2] ^= 1;
    site.addPacked(BUILD + "/native/lib/libstdc%2B%2B.so.6.gz", damaged);
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessage("libstdc++.so.6 came damaged and was deleted");
    assertThat(packedPart()).doesNotExist();
    assertThat(TorchDownload.isComplete(folder)).isFalse();
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() {
    site.add(BUILD + "/native/lib/..%2F..%2Fprofile.gz", SMALL);
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessage("the site names a file '../../profile'");
    assertThat(home.resolve("profile")).doesNotExist();
  }

  @Test
  void aBuildThatIsNotThereIsTold() {
    assertThatThrownBy(() -> download().fetch("cu999/linux-x86_64", folder, listener()))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("the site has no cu999/linux-x86_64");
  }

  @Test
  void theFolderMayHoldDjlsOwnLibraryAlready() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("0.35.1-libdjl_torch.so"), "jni");
    fetch();
    assertFilled();
    assertThat(folder.resolve("0.35.1-libdjl_torch.so")).hasContent("jni");
  }

  @Test
  void theLibraryThatDjlLooksForComesLast() throws IOException {
    String behind = "z" + TORCH;
    site.add(BUILD + "/native/lib/" + behind + ".gz", SMALL);
    Path inTheWay = Files.createDirectories(folder.resolve(behind).resolve("full"));
    assertThatThrownBy(this::fetch).isInstanceOf(IOException.class);
    assertThat(TorchDownload.isComplete(folder)).isFalse();

    Files.delete(inTheWay);
    fetch();
    assertFilled();
    assertThat(folder.resolve(behind)).hasBinaryContent(SMALL);
  }

  @Test
  void twoDoNotWriteTheSameFiles() throws IOException {
    Path lock = cache.resolve("2.7.1-cu128-linux-x86_64.lock");
    try (FileChannel other =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      assertThatThrownBy(this::fetch).hasMessageContaining("downloading it already");
    }
    fetch();
    assertFilled();
  }

  @Test
  void theReportSaysHowFarItIsInTwentySentences() {
    List<String> said = new ArrayList<>();
    DownloadReport report = new DownloadReport("PyTorch for CUDA 12.8", () -> false, said::add);
    for (long done = 0; done <= 2_900; done++) {
      report.progress(done * 1_000_000, 2_900_000_000L);
    }
    assertThat(said)
        .hasSize(21)
        .startsWith(
            "PyTorch for CUDA 12.8 is being downloaded, once: 0 of 2,900 MB.",
            "PyTorch for CUDA 12.8 is being downloaded, once: 145 of 2,900 MB.")
        .endsWith("PyTorch for CUDA 12.8 is being downloaded, once: 2,900 of 2,900 MB.");

    said.clear();
    DownloadReport without = new DownloadReport("PyTorch for the CPU", () -> true, said::add);
    without.progress(7_000_000, 0);
    without.progress(8_000_000, 0);
    assertThat(said).containsExactly("PyTorch for the CPU is being downloaded, once: 7 MB so far.");
    assertThat(without.cancelled()).isTrue();
  }

  private void assertFilled() throws IOException {
    assertThat(TorchDownload.isComplete(folder)).isTrue();
    assertThat(folder.resolve(TORCH)).hasBinaryContent(SMALL);
    assertThat(folder.resolve("libstdc++.so.6")).hasBinaryContent(LARGE);
    assertThat(cache.resolve("2.7.1-cu128-linux-x86_64.part")).doesNotExist();
  }

  private Path packedPart() {
    return cache.resolve("2.7.1-cu128-linux-x86_64.part/libstdc++.so.6.gz");
  }

  private void fetch() throws IOException {
    heard.clear();
    download().fetch(BUILD, folder, listener());
  }

  private TorchDownload download() {
    return new TorchDownload(site.address(), new FileTransfer(5_000));
  }

  private DownloadListener listener() {
    return new DownloadListener() {
      @Override
      public void progress(long done, long all) {
        heard.add(done);
        total = all;
      }

      @Override
      public boolean cancelled() {
        return !heard.isEmpty() && heard.get(heard.size() - 1) >= cancelAt;
      }
    };
  }

  /** Does not shrink when it is packed. */
  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(1).nextBytes(noise);
    return noise;
  }
}
