package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.layout.DatasetReader;

/** Every kind of file that is found under the name of a picture, in one data set. */
class PoisonedPicturesTest {
  @TempDir Path folder;
  private Path data;
  private List<Item.Picture> pictures;

  @BeforeEach
  void paint() throws IOException {
    data = SmallRun.data(folder.resolve("data"));
    pictures =
        DatasetReader.ofAllLayouts().open(data).trainItems().stream()
            .filter(item -> item.modality() == Modality.VIS)
            .map(Item.Picture.class::cast)
            .toList();
  }

  @Test
  void eachIsUsedOrNamedAndTheEpochGoesOn() throws Exception {
    byte[] whole = Files.readAllBytes(pictures.get(0).file());
    put(0, new byte[0]);
    put(1, Arrays.copyOf(whole, whole.length - 100));
    put(2, "<html>not found</html>".getBytes(StandardCharsets.UTF_8));
    put(3, sized(whole, 20_000));
    put(4, fourColours());
    put(5, holed(whole));
    put(6, encoded(new BufferedImage(50, 90, BufferedImage.TYPE_INT_RGB), "png"));
    put(7, encoded(new BufferedImage(50, 90, BufferedImage.TYPE_BYTE_GRAY), "jpg"));
    put(8, encoded(new BufferedImage(50, 90, BufferedImage.TYPE_USHORT_GRAY), "png"));

    Dataset dataset = DatasetReader.ofAllLayouts().open(data);
    assertThat(dataset.report().skipped()).isEqualTo(3);
    assertThat(dataset.report().detailLines())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains(name(0), "file is empty"))
        .anySatisfy(line -> assertThat(line).contains(name(1), "truncated"))
        .anySatisfy(line -> assertThat(line).contains(name(2), "is no JPEG, PNG or BMP"));

    Set<String> leftOut = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    try (TrainingSession session = SmallRun.session(data)) {
      for (int epoch = 1; epoch <= 8; epoch++) {
        try (BatchSource batches = session.batches(epoch)) {
          while (batches.hasNext()) {
            HostBatch batch = batches.next();
            leftOut.addAll(batch.dropped());
            used.addAll(batch.names());
          }
        }
      }
    }
    assertThat(leftOut)
        .as("one line for each, however often it is met")
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains(name(3), "20000 x 20000 pixels"))
        .anySatisfy(line -> assertThat(line).contains(name(4), "convert it to RGB"))
        .anySatisfy(line -> assertThat(line).contains(name(5), "is damaged"));
    assertThat(used).contains(name(6), name(7), name(8));
  }

  private String name(int picture) {
    return pictures.get(picture).name();
  }

  private void put(int picture, byte[] bytes) throws IOException {
    Files.write(pictures.get(picture).file(), bytes);
  }

  /** A whole file whose header tells another size. */
  private static byte[] sized(byte[] jpeg, int side) {
    byte[] sized = jpeg.clone();
    for (int at = 2; ; at += 2 + (((sized[at + 2] & 0xFF) << 8) | (sized[at + 3] & 0xFF))) {
      if (sized[at + 1] == (byte) 0xC0) {
        sized[at + 5] = sized[at + 7] = (byte) (side >> 8);
        sized[at + 6] = sized[at + 8] = (byte) side;
        return sized;
      }
    }
  }

  /** Without its second half, but with the mark of the end. */
  private static byte[] holed(byte[] jpeg) {
    byte[] holed = Arrays.copyOf(jpeg, jpeg.length / 2);
    holed[holed.length - 2] = (byte) 0xFF;
    holed[holed.length - 1] = (byte) 0xD9;
    return holed;
  }

  private static byte[] fourColours() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, new Point());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] encoded(RenderedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
