package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedCacheTest {
  @TempDir Path folder;

  private List<Path> files(int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(Pictures.write(folder.resolve(i + ".png"), Pictures.ramp(4, 4), "png"));
    }
    return files;
  }

  @Test
  void decodesOnce() throws IOException {
    Path file = files(1).get(0);
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 1);
    Rgb first = cache.get(file);
    Files.delete(file);
    assertThat(cache.get(file)).isSameAs(first);
  }

  @Test
  void staysWithinItsBytes() throws IOException {
    // 256 x 256 x 3 = 192 KiB, so 5 fit in 1 MiB
    DecodedCache cache = new DecodedCache(new ImageDecoder(256, 256), 1);
    for (Path file : files(9)) {
      assertThat(cache.get(file).width()).isEqualTo(256);
    }
    assertThat(cache.size()).isEqualTo(5);
    assertThat(cache.bytes()).isBetween(5L * 196_608, 1L << 20);
  }

  @Test
  void zeroKeepsNothing() throws IOException {
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 0);
    cache.get(files(1).get(0));
    assertThat(cache.size()).isZero();
  }

  @Test
  void aFailureIsNotKept() throws IOException {
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 1);
    Path file = folder.resolve("0.png");
    assertThatThrownBy(() -> cache.get(file)).isInstanceOf(IOException.class);
    files(1);
    assertThat(cache.get(file).width()).isEqualTo(16);
  }

  @Test
  void manyThreadsCountEveryPictureOnce() throws IOException {
    List<Path> files = files(40);
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 64);
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              try {
                cache.get(files.get(i % 40));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(cache.size()).isEqualTo(40);
    assertThat(cache.bytes()).isEqualTo(40 * (768 + 400));
  }
}
