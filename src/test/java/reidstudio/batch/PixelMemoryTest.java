package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelMemoryTest {
  private final PixelMemory memory = new PixelMemory();

  @Test
  void anArrayIsGivenOutAgainToOneTakerOfItsLength() {
    float[] array = memory.take(12);
    assertThat(array).hasSize(12);
    memory.giveBack(array);
    assertThat(memory.take(13)).hasSize(13);
    assertThat(memory.take(12)).isSameAs(array);
    assertThat(memory.take(12)).hasSize(12).isNotSameAs(array);
  }

  @Test
  void whatNobodyWantsIsLetGo() {
    float[] oldest = memory.take(1);
    memory.giveBack(oldest);
    for (int i = 0; i < 5; i++) {
      memory.giveBack(new float[16 << 20]);
    }
    assertThat(memory.take(1)).isNotSameAs(oldest);
  }
}
