package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.tensor.OperatorPack;

class FeatureCacheTest {
  @TempDir Path folder;

  @Test
  void rowsComeBackInTheirOrder() throws IOException {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 5000; row++) {
      rows.add(new float[] {row, -row / 3f});
    }
    FeatureCache cache = new FeatureCache(folder.resolve("features"));
    String key = "a".repeat(64);
    assertThat(cache.has(key)).isFalse();
    write(cache, key, rows);
    assertThat(cache.has(key)).isTrue();
    assertThat(cache.read(key, 5000).toArray(float[][]::new))
        .isDeepEqualTo(rows.toArray(float[][]::new));
    for (int wrong : new int[] {4999, 5001, 1}) {
      assertThatThrownBy(() -> cache.read(key, wrong)).isInstanceOf(IOException.class);
    }
    String other = "b".repeat(64);
    Files.move(cache.file(key), cache.file(other));
    assertThatThrownBy(() -> cache.read(other, 5000)).hasMessage("its content has changed");
  }

  @Test
  void theLastFourAreKeptAndForeignFilesStay() throws IOException {
    FeatureCache cache = new FeatureCache(folder);
    Path foreign = Files.createFile(folder.resolve("mine.safetensors"));
    for (int i = 0; i < 6; i++) {
      String key = Integer.toString(i).repeat(64);
      write(cache, key, List.of(new float[] {i}));
      Files.setLastModifiedTime(cache.file(key), FileTime.fromMillis(1_000_000L + i));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              foreign,
              cache.file("2".repeat(64)),
              cache.file("3".repeat(64)),
              cache.file("4".repeat(64)),
              cache.file("5".repeat(64)));
    }
  }

  private static void write(FeatureCache cache, String key, List<float[]> rows) throws IOException {
    try (OperatorPack pack = OperatorPack.load(Device.cpu())) {
      cache.write(key, rows, pack);
    }
  }
}
