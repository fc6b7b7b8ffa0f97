package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class PixelBlockTest {
  @Test
  void theArrayOfABlockIsItsOwnMemory() {
    PixelBlock block = PixelBlock.of(new float[] {1, 2, 3, 4, 5, 6});
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = block.on(manager, new Shape(2, 3));
      assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
      block.floats().put(4, 50);
      assertThat(array.getFloat(1, 1)).isEqualTo(50);
    }
  }

  @Test
  void aBlockOfAnotherLengthIsACopyWithZerosAtItsEnd() {
    PixelBlock block = PixelBlock.of(new float[] {1, 2, 3});
    PixelBlock longer = block.resized(5);
    PixelBlock shorter = block.resized(2);
    block.floats().put(0, 9);
    assertThat(longer.floats()).isEqualTo(PixelBlock.of(new float[] {1, 2, 3, 0, 0}).floats());
    assertThat(shorter.floats()).isEqualTo(PixelBlock.of(new float[] {1, 2}).floats());
  }
}
