package reidstudio.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  @TempDir Path folder;

  private static void assertColour(Rgb picture, int red, int green, int blue, double tolerance) {
    int x = picture.width() / 2;
    int y = picture.height() / 2;
    assertThat((double) picture.sample(x, y, 0)).as("red").isCloseTo(red, within(tolerance));
    assertThat((double) picture.sample(x, y, 1)).as("green").isCloseTo(green, within(tolerance));
    assertThat((double) picture.sample(x, y, 2)).as("blue").isCloseTo(blue, within(tolerance));
  }

  private Path even(int type, int argb, String format) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, argb);
    }
    return Pictures.write(folder.resolve("even." + format), image, format);
  }

  @Test
  void aPngComesBackByteForByte() throws IOException {
    BufferedImage image = Pictures.ramp(48, 96);
    Rgb picture =
        new ImageDecoder(48, 96).decode(Pictures.write(folder.resolve("a.png"), image, "png"));
    for (int y = 0; y < 96; y++) {
      for (int x = 0; x < 48; x++) {
        int rgb = image.getRGB(x, y);
        assertThat(picture.sample(x, y, 0)).isEqualTo(rgb >> 16 & 0xFF);
        assertThat(picture.sample(x, y, 1)).isEqualTo(rgb >> 8 & 0xFF);
        assertThat(picture.sample(x, y, 2)).isEqualTo(rgb & 0xFF);
      }
    }
  }

  @Test
  void aJpegIsResizedWithoutItsAspectRatio() throws IOException {
    Path file = Pictures.write(folder.resolve("A.JPG"), Pictures.ramp(120, 60), "jpg");
    Rgb picture = new ImageDecoder(40, 80).decode(file);
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(80);
    assertColour(picture, 131, 129, 77, 4);
    assertThat(picture.sample(1, 40, 0)).isLessThan(20);
    assertThat(picture.sample(38, 40, 0)).isGreaterThan(235);
    assertThat(picture.sample(20, 1, 1)).isLessThan(20);
    assertThat(picture.sample(20, 78, 1)).isGreaterThan(235);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void greyIsNotBrightened(String format) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, 16, 16, fill(64));
    Path file = Pictures.write(folder.resolve("grey"), image, format);
    assertColour(new ImageDecoder(8, 8).decode(file), 64, 64, 64, 1);
  }

  @Test
  void sixteenBitGrey() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 16, 16, fill(64 * 257));
    Path file = Pictures.write(folder.resolve("grey16"), image, "png");
    assertColour(new ImageDecoder(8, 8).decode(file), 64, 64, 64, 0);
  }

  @Test
  void palettesAndBitmaps() throws IOException {
    int type = BufferedImage.TYPE_BYTE_INDEXED;
    assertColour(new ImageDecoder(8, 8).decode(even(type, 0xFF3366CC, "png")), 51, 102, 204, 0);
    type = BufferedImage.TYPE_BYTE_BINARY;
    assertColour(new ImageDecoder(8, 8).decode(even(type, 0xFFFFFFFF, "png")), 255, 255, 255, 0);
  }

  @Test
  void whatIsTransparentLiesOnWhite() throws IOException {
    int type = BufferedImage.TYPE_INT_ARGB;
    assertColour(new ImageDecoder(8, 8).decode(even(type, 0x00000000, "png")), 255, 255, 255, 0);
    assertColour(new ImageDecoder(8, 8).decode(even(type, 0x800000FF, "png")), 127, 127, 255, 0);
    assertColour(new ImageDecoder(8, 8).decode(even(type, 0xFF102030, "png")), 16, 32, 48, 0);
  }

  @Test
  void aFourColourJpegIsRefusedInPlainWords() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, new Point());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    refused(bytes.toByteArray(), "convert it to RGB");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] jpeg = Pictures.encoded(Pictures.ramp(256, 512), "jpg");
    byte[] png = Pictures.encoded(Pictures.ramp(64, 128), "png");
    refused(new byte[0], "is no JPEG, PNG or BMP");
    refused("<html>".getBytes(StandardCharsets.UTF_8), "is no JPEG, PNG or BMP");
    refused(Arrays.copyOf(jpeg, jpeg.length / 2), "damaged");
    refused(Arrays.copyOf(jpeg, 30), "");
    refused(Arrays.copyOf(png, png.length / 2), "");
    refused(Pictures.encoded(Pictures.ramp(8, 8), "gif"), "is no JPEG, PNG or BMP");
    assertThatThrownBy(() -> new ImageDecoder(8, 8).decode(folder.resolve("none.jpg")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.jpg");
  }

  /** A file that loading lets through, since its first and last bytes are right. */
  @Test
  void aHoleInTheMiddleIsDamage() throws IOException {
    byte[] jpeg = Pictures.encoded(Pictures.ramp(256, 512), "jpg");
    byte[] holed = Arrays.copyOf(jpeg, jpeg.length / 2 + 2);
    holed[holed.length - 2] = (byte) 0xFF;
    holed[holed.length - 1] = (byte) 0xD9;
    refused(holed, "damaged");
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedByItsHeader() throws IOException {
    byte[] png = Pictures.encoded(Pictures.ramp(8, 8), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    refused(png, "60000 x 60000 pixels, more than 64 million");
  }

  @Test
  void whateverIsInAFileNothingButAnIoExceptionComesOut() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    ImageDecoder decoder = new ImageDecoder(8, 8);
    Path file = folder.resolve("fuzz");
    for (String format : new String[] {"jpg", "png"}) {
      byte[] whole = Pictures.encoded(Pictures.ramp(32, 32), format);
      int refused = 0;
      for (int i = 0; i < 300; i++) {
        byte[] broken = whole.clone();
        for (int j = 0; j <= i % 5; j++) {
          broken[random.nextInt(2, broken.length)] = (byte) random.nextInt();
        }
        Files.write(file, broken);
        try {
          assertThat(decoder.decode(file).width()).isEqualTo(8);
        } catch (IOException expected) {
          assertThat(expected).hasMessageContaining("fuzz cannot be decoded: ");
          refused++;
        }
      }
      assertThat(refused).isBetween(10, 299);
    }
  }

  private void refused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("poison.jpg"), bytes);
    assertThatThrownBy(() -> new ImageDecoder(8, 8).decode(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("poison.jpg cannot be decoded: ")
        .hasMessageContaining(reason);
  }

  private static int[] fill(int value) {
    int[] values = new int[256];
    Arrays.fill(values, value);
    return values;
  }
}
