package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelMemoryTest {
  private final PixelMemory memory = new PixelMemory();

  @Test
  void aBlockIsGivenOutAgainToOneTakerOfItsLength() {
    PixelBlock block = memory.take(12);
    assertThat(block.length()).isEqualTo(12);
    memory.giveBack(block);
    assertThat(memory.take(13).length()).isEqualTo(13);
    assertThat(memory.take(12)).isSameAs(block);
    assertThat(memory.take(12)).isNotSameAs(block);
  }

  @Test
  void whatNobodyWantsIsLetGo() {
    PixelBlock oldest = memory.take(1);
    memory.giveBack(oldest);
    for (int i = 0; i < 5; i++) {
      memory.giveBack(new PixelBlock(16 << 20));
    }
    assertThat(memory.take(1)).isNotSameAs(oldest);
  }
}
