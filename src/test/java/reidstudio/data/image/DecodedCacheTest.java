package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.DataConfig;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Modality;

class DecodedCacheTest {
  private static final Augmentation PLAIN = new Augmentation(DataConfig.defaults());

  @TempDir Path folder;

  private List<Path> files(int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(Pictures.write(folder.resolve(i + ".png"), Pictures.ramp(4, 4), "png"));
    }
    return files;
  }

  /** The numbers of a picture as it is. */
  private static float[] read(DecodedCache cache, Path file, int side) throws IOException {
    float[] numbers = new float[3 * side * side];
    cache.read(file, PLAIN.plain(Modality.VIS, side, side, FloatBuffer.wrap(numbers), 0));
    return numbers;
  }

  private static VariedPicture varied(Augmentation augmentation, long seed, float[] numbers) {
    return augmentation.varied(
        Modality.SK, 13, 29, new SplittableRandom(seed), FloatBuffer.wrap(numbers), 1);
  }

  @Test
  void decodesOnce() throws IOException {
    Path file = files(1).get(0);
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 1);
    float[] first = read(cache, file, 16);
    Files.delete(file);
    assertThat(read(cache, file, 16)).isEqualTo(first).doesNotContain(0);
  }

  @Test
  void whatIsWrittenWhileItIsDecodedIsWhatIsWrittenFromMemory() throws IOException {
    // 13 is no multiple of anything that the resizing does at once
    Augmentation varying =
        new Augmentation(
            new RunConfigCodec()
                .read(
                    null,
                    Map.of("data.flip", "0.5", "data.padding", "3", "data.erasing", "0.5"),
                    RunConfig.defaults())
                .data());
    List<Path> files = files(3);
    Pictures.write(files.get(1), Pictures.ramp(60, 90), "jpg");
    Pictures.write(files.get(2), Pictures.ramp(14, 200), "jpg");
    DecodedCache keeps = new DecodedCache(new ImageDecoder(13, 29), 1);
    DecodedCache forgets = new DecodedCache(new ImageDecoder(13, 29), 0);
    for (Path file : files) {
      for (long seed = 0; seed < 20; seed++) {
        float[] one = new float[3 * 13 * 29 + 2];
        float[] other = one.clone();
        keeps.read(file, varied(varying, seed, one));
        forgets.read(file, varied(varying, seed, other));
        assertThat(other).isEqualTo(one);
      }
    }
    assertThat(keeps.size()).isEqualTo(3);
    assertThat(forgets.size()).isZero();
  }

  @Test
  void staysWithinItsBytes() throws IOException {
    // 256 x 256 x 3 = 192 KiB, so 5 fit in 1 MiB
    DecodedCache cache = new DecodedCache(new ImageDecoder(256, 256), 1);
    for (Path file : files(9)) {
      assertThat(read(cache, file, 256)).doesNotContain(0);
    }
    assertThat(cache.size()).isEqualTo(5);
    assertThat(cache.bytes()).isBetween(5L * 196_608, 1L << 20);
  }

  @Test
  void zeroKeepsNothing() throws IOException {
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 0);
    read(cache, files(1).get(0), 16);
    assertThat(cache.size()).isZero();
  }

  @Test
  void aFailureIsNotKept() throws IOException {
    DecodedCache cache = new DecodedCache(new ImageDecoder(16, 16), 1);
    Path file = folder.resolve("0.png");
    assertThatThrownBy(() -> read(cache, file, 16)).isInstanceOf(IOException.class);
    files(1);
    assertThat(read(cache, file, 16)).doesNotContain(0);
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
                read(cache, files.get(i % 40), 16);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(cache.size()).isEqualTo(40);
    assertThat(cache.bytes()).isEqualTo(40 * (768 + 400));
  }
}
