package reidstudio.diagnostic.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelMomentsTest {
  @Test
  void channelsOfSeveralPiecesAreKeptApart() {
    // planes of two pixels: one picture, then two
    float[] one = {1, 3, 10, 10, -1, 0};
    float[] two = {5, 7, 10, 10, 0, 1, 4, 4, 10, 10, 0, 0};
    List<ChannelMoments> seen =
        ChannelMoments.of(List.of(FloatBuffer.wrap(one), FloatBuffer.wrap(two)), 2);
    assertThat(seen).hasSize(3);
    assertThat(seen.get(0).mean()).isCloseTo(4, within(1e-9));
    // squares about 4: 9 1 1 9 0 0
    assertThat(seen.get(0).deviation()).isCloseTo(Math.sqrt(20 / 6.0), within(1e-9));
    assertThat(seen.get(1)).isEqualTo(new ChannelMoments(10, 0));
    assertThat(seen.get(2).mean()).isCloseTo(0, within(1e-9));
    assertThat(seen.get(2).deviation()).isCloseTo(Math.sqrt(2 / 6.0), within(1e-9));
  }
}
