package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the feature alone, and with all tokens kept for fusion. */
class ClipTextEncoderTest {
  private static final int[] SHORT = {48, 5, 49};
  private static final int[] LONG = {48, 3, 14, 15, 9, 2, 6, 5, 35, 49};

  private TinyClip tiny;

  @AfterEach
  void close() {
    tiny.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "tokens"})
  void whatFollowsTheEndIsNotSeen(String fusion) {
    build(fusion);
    float[] alone = tiny.feature(tiny.captions(TinyClip.CAPTION), 0);
    for (int pad : new int[] {0, 49, 11}) {
      assertThat(TinyClip.distance(tiny.feature(padded(TinyClip.CAPTION, pad), 0), alone))
          .as("padded with %d", pad)
          .isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "tokens"})
  void neighboursOfOtherLengthDoNotMatter(String fusion) {
    build(fusion);
    ModelInput together = tiny.captions(SHORT, LONG, TinyClip.CAPTION);
    int[][] captions = {SHORT, LONG, TinyClip.CAPTION};
    for (int row = 0; row < captions.length; row++) {
      float[] alone = tiny.feature(tiny.captions(captions[row]), 0);
      assertThat(TinyClip.distance(tiny.feature(together, row), alone)).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "tokens"})
  void everyTokenUpToTheEndCounts(String fusion) {
    build(fusion);
    float[] feature = tiny.feature(tiny.captions(LONG), 0);
    for (int i = 0; i < LONG.length; i++) {
      int[] other = LONG.clone();
      other[i] = 40;
      assertThat(TinyClip.distance(tiny.feature(tiny.captions(other), 0), feature))
          .as("token %d", i)
          .isGreaterThan(1e-3);
    }
  }

  private void build(String fusion) {
    tiny = new TinyClip("model.fusion.kind", fusion);
  }

  /** {@code caption} with two tokens behind it that are not present. */
  private ModelInput padded(int[] caption, int pad) {
    int length = caption.length + 2;
    long[] values = new long[length];
    float[] present = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i < caption.length ? caption[i] : pad;
      present[i] = i < caption.length ? 1 : 0;
    }
    Shape shape = new Shape(1, length);
    ModelInput.Padded padded =
        new ModelInput.Padded(
            List.of(caption), tiny.scope.create(values, shape), tiny.scope.create(present, shape));
    return new ModelInput(Map.of(), Optional.of(padded), Optional.empty(), 0);
  }
}
