package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample for sample what the JDK's decoder gives, or nothing. */
class BaselineJpegTest {
  private static final int[][] SIZES = {
    {1, 1}, {2, 3}, {3, 2}, {4, 5}, {5, 4}, {7, 9}, {8, 8}, {16, 16}, {17, 33}, {63, 129}, {64, 31}
  };

  private final BaselineJpeg decoder = new BaselineJpeg();

  @ParameterizedTest
  @CsvSource({
    "1,1,.9,0",
    "2,1,.9,0",
    "2,2,.9,0",
    "2,2,.3,0",
    "1,1,1,0",
    "2,1,.6,0",
    "2,2,.99,0",
    "2,2,.8,1",
    "2,1,.8,3",
    "1,1,.8,5"
  })
  void everySizeSamplingQualityAndRestartInterval(int across, int down, double quality, int restart)
      throws IOException {
    for (int[] size : SIZES) {
      BufferedImage photo =
          JpegFiles.photo(size[0], size[1], BufferedImage.TYPE_INT_RGB, size[0] + 100L * size[1]);
      assertSame(JpegFiles.of(photo, quality, across, down, restart), Arrays.toString(size));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void greyWhateverItsSamplingFactorsAre(int factor) throws IOException {
    for (int[] size : SIZES) {
      BufferedImage photo =
          JpegFiles.photo(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY, size[0]);
      assertSame(JpegFiles.of(photo, 0.9, factor, factor, 0), Arrays.toString(size));
    }
  }

  @Test
  void coloursAreThoseThatTheMarkerSays() throws IOException {
    byte[] unsaid = JpegFiles.bands(3);
    assertSame(JpegFiles.adobe(unsaid, 0), "red, green, blue");
    assertSame(JpegFiles.adobe(unsaid, 1), "brightness and two colours");
    // the JDK holds it for red, green, blue; every program that is built on libjpeg does not
    assertThatCode(() -> decoder.read(unsaid, unsaid.length)).doesNotThrowAnyException();
    assertThat(JpegFiles.values(decoder))
        .isEqualTo(JpegFiles.readByTheJdk(JpegFiles.adobe(unsaid, 1)));
  }

  @Test
  void whatIsUnusualIsLeftToAnother() throws IOException {
    BufferedImage photo = JpegFiles.photo(40, 24, BufferedImage.TYPE_INT_RGB, 1);
    unusual(JpegFiles.progressive(photo));
    unusual(JpegFiles.bands(4));
    unusual(JpegFiles.of(photo, 0.9, 1, 2, 0));
    unusual(JpegFiles.of(photo, 0.9, 4, 1, 0));
    unusual(Pictures.encoded(photo, "png"));
    unusual(new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aFileThatBreaksOffAnywhereIsLeftToAnother(int restart) throws IOException {
    byte[] whole =
        JpegFiles.of(JpegFiles.photo(40, 24, BufferedImage.TYPE_INT_RGB, 1), 0.8, 2, 2, restart);
    for (int length = 0; length < whole.length; length++) {
      unusual(Arrays.copyOf(whole, length));
    }
  }

  /**
   * Whoever takes a broken file for a whole one must at least see in it what others see. A few have
   * numbers that no picture has, which overflow in one way here and in another there.
   */
  @ParameterizedTest
  @CsvSource({"1,1,0", "2,1,0", "2,2,0", "2,2,1"})
  void aDamagedFileIsRefusedOrReadAsTheJdkReadsIt(int across, int down, int restart)
      throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    byte[] whole =
        JpegFiles.of(
            JpegFiles.photo(33, 21, BufferedImage.TYPE_INT_RGB, 2), 0.7, across, down, restart);
    int taken = 0;
    int different = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] broken = whole.clone();
      for (int j = 0; j <= i % 3; j++) {
        broken[random.nextInt(2, broken.length)] = (byte) random.nextInt();
      }
      if (isTaken(broken)) {
        taken++;
        Rgb other = AnyPicture.read(broken, broken.length); // fails if the JDK warns of damage
        different += Arrays.equals(JpegFiles.values(decoder), JpegFiles.values(other)) ? 0 : 1;
      }
    }
    assertThat(taken).isBetween(500, 2500);
    assertThat(different).isLessThan(taken / 20);
  }

  private boolean isTaken(byte[] jpeg) {
    try {
      decoder.read(jpeg, jpeg.length);
      return true;
    } catch (UnusualJpegException e) {
      return false;
    }
  }

  private void unusual(byte[] bytes) {
    assertThatThrownBy(() -> decoder.read(bytes, bytes.length))
        .isInstanceOf(UnusualJpegException.class);
  }

  private void assertSame(byte[] jpeg, String what) throws IOException {
    assertThatCode(() -> decoder.read(jpeg, jpeg.length)).as(what).doesNotThrowAnyException();
    assertThat(JpegFiles.values(decoder)).as(what).isEqualTo(JpegFiles.readByTheJdk(jpeg));
  }
}
