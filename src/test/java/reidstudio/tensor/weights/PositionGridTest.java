package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PositionGridTest {
  private static final float CLASS_TOKEN = 77;

  @Test
  void theWorkedVectors() {
    PositionGrid two = new PositionGrid(2, 2);
    assertThat(patches(two, new float[] {0, 1, 2, 3}, new PositionGrid(3, 1)))
        .containsExactly(.5f, 1.5f, 2.5f);
    assertThat(patches(two, new float[] {0, 1, 2, 3}, new PositionGrid(4, 2)))
        .containsExactly(0, 1, .5f, 1.5f, 1.5f, 2.5f, 2, 3);
  }

  @Test
  void aGridNeedNotBeSquare() {
    float[] six = {0, 1, 2, 3, 4, 5};
    assertThat(patches(new PositionGrid(2, 3), six, new PositionGrid(1, 3)))
        .containsExactly(1.5f, 2.5f, 3.5f);
    assertThat(patches(new PositionGrid(3, 2), six, new PositionGrid(3, 4)))
        .containsExactly(0, .25f, .75f, 1, 2, 2.25f, 2.75f, 3, 4, 4.25f, 4.75f, 5);
  }

  @Test
  void aRampOfRowsGrowsAndOneOfColumnsShrinks() {
    PositionGrid from = new PositionGrid(14, 14);
    PositionGrid to = new PositionGrid(24, 8);
    float[] rows = new float[14 * 14];
    float[] columns = new float[14 * 14];
    for (int y = 0; y < 14; y++) {
      for (int x = 0; x < 14; x++) {
        rows[y * 14 + x] = y;
        columns[y * 14 + x] = x;
      }
    }
    float[] grown = patches(from, rows, to);
    float[] firstColumn = new float[6];
    for (int y = 0; y < firstColumn.length; y++) {
      firstColumn[y] = grown[y * 8];
    }
    assertThat(firstColumn)
        .containsExactly(new float[] {0, .375f, .958333f, 1.541667f, 2.125f, 2.708333f}, near());
    assertThat(grown[grown.length - 1]).isEqualTo(13);

    float[] shrunk = patches(from, columns, to);
    assertThat(Arrays.copyOf(shrunk, 8))
        .containsExactly(
            new float[] {.375f, 2.125f, 3.875f, 5.625f, 7.375f, 9.125f, 10.875f, 12.625f}, near());
    assertThat(Arrays.copyOfRange(shrunk, 23 * 8, 24 * 8)).isEqualTo(Arrays.copyOf(shrunk, 8));
  }

  @Test
  void channelsStayApartAndTheClassTokenStays() {
    HostTensor table =
        new HostTensor(new float[] {70, 71, 0, 10, 1, 11, 2, 12, 3, 13}, new long[] {5, 2});
    HostTensor resized = PositionGrid.squareOf(table).resized(table, new PositionGrid(3, 1));
    assertThat(resized.values()).containsExactly(70, 71, .5f, 10.5f, 1.5f, 11.5f, 2.5f, 12.5f);
    assertThat(resized.shape()).containsExactly(4, 2);
  }

  @Test
  void theSameGridKeepsEveryBit() {
    HostTensor table =
        new HostTensor(new float[] {.1f, .2f, -3e-8f, 4e8f, Float.MIN_VALUE}, new long[] {5, 1});
    PositionGrid grid = new PositionGrid(2, 2);
    assertThat(grid.resized(table, grid).values()).isEqualTo(table.values());
  }

  @Test
  void aTableOfAnotherGridIsRefused() {
    HostTensor table = new HostTensor(new float[6], new long[] {6, 1});
    assertThatThrownBy(() -> new PositionGrid(2, 2).resized(table, new PositionGrid(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[6, 1] is no table of 5 positions");
    assertThatThrownBy(() -> PositionGrid.squareOf(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[6, 1]");
    assertThatThrownBy(() -> new PositionGrid(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] patches(PositionGrid from, float[] patches, PositionGrid to) {
    float[] values = new float[1 + patches.length];
    values[0] = CLASS_TOKEN;
    System.arraycopy(patches, 0, values, 1, patches.length);
    HostTensor table = new HostTensor(values, new long[] {values.length, 1});
    float[] resized = from.resized(table, to).values();
    assertThat(resized[0]).isEqualTo(CLASS_TOKEN);
    return Arrays.copyOfRange(resized, 1, resized.length);
  }

  private static org.assertj.core.data.Offset<Float> near() {
    return within(1e-5f);
  }
}
