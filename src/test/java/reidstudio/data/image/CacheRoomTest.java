package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheRoomTest {
  private static final long GIBIBYTE = 1L << 30;

  @Test
  void whatFitsIsGiven() {
    CacheRoom room = new CacheRoom(2048, 4 * GIBIBYTE);
    assertThat(room.mebibytes()).isEqualTo(2048);
    assertThat(room.sentence()).isEmpty();
  }

  @Test
  void halfOfTheMemoryIsTheMostAndTheUserHearsOfIt() {
    CacheRoom room = new CacheRoom(4096, 4 * GIBIBYTE);
    assertThat(room.mebibytes()).isEqualTo(2048);
    assertThat(room.sentence())
        .contains(
            "Decoded pictures take 2048 MiB instead of data.cacheMebibytes=4096, half of the 4.0"
                + " GiB that Java may take; start it with -Xmx8g to give them all.");
  }

  @Test
  void nothingAskedForIsNothingGiven() {
    assertThat(new CacheRoom(0, GIBIBYTE)).extracting(CacheRoom::mebibytes).isEqualTo(0);
    assertThat(new CacheRoom(0, GIBIBYTE).sentence()).isEmpty();
  }
}
