package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;

class MemoryShortageTest {
  private static final String CUDA =
      "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB";
  private static final String CPU =
      "[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator: can't allocate memory:"
          + " you tried to allocate 4398046511104 bytes.";

  @Test
  void aShortageOfTheGpuProposesHalfTheIdentitiesAndTwiceTheBatches() {
    RunConfig config = SmallRun.tiny("sampler.identities", "8", "optimizer.accumulation", "2");
    assertThat(new MemoryShortage(config).sentence(new EngineException(CUDA)))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains("GPU's memory ran out in a batch of 32 items")
                    .contains("sampler.identities=4 and optimizer.accumulation=4")
                    .contains("an update of 64 items"));
  }

  @Test
  void aShortageOfTheComputerIsToldApart() {
    assertThat(new MemoryShortage(SmallRun.tiny()).sentence(new RuntimeException(CPU)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("computer's memory"));
  }

  @Test
  void oneIdentityCannotBeHalved() {
    RunConfig config = SmallRun.tiny("sampler.identities", "1");
    assertThat(new MemoryShortage(config).sentence(new EngineException(CUDA)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("Lower sampler.instances"));
  }

  @Test
  void otherFailuresAreNoShortage() {
    MemoryShortage shortage = new MemoryShortage(SmallRun.tiny());
    assertThat(shortage.sentence(new EngineException("CUDA error: device-side assert"))).isEmpty();
    assertThat(shortage.sentence(new RuntimeException((String) null))).isEmpty();
  }
}
