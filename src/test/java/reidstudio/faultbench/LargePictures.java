package reidstudio.faultbench;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/** The visible pictures as a camera delivers them, which take long to decode. */
record LargePictures(Path folder, int times) implements UnaryOperator<Dataset> {
  @Override
  public Dataset apply(Dataset data) {
    List<Item> items = new ArrayList<>();
    for (Item item : data.trainItems()) {
      items.add(
          item instanceof Item.Picture picture && picture.modality() == Modality.VIS
              ? new Item.Picture(
                  picture.label(), picture.modality(), large(picture), picture.name())
              : item);
    }
    return new Dataset(
        data.folder(), data.layout(), items, data.labels(), data.test(), data.report());
  }

  private Path large(Item.Picture picture) {
    Path file = folder.resolve(times + "-" + picture.name().replace('/', '-') + ".jpg");
    try {
      if (!Files.exists(file)) {
        ImageIO.write(enlarged(ImageIO.read(picture.file().toFile())), "jpg", file.toFile());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage enlarged(BufferedImage small) {
    int width = times * small.getWidth();
    int height = times * small.getHeight();
    BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = large.createGraphics();
    drawing.drawImage(small, 0, 0, width, height, null);
    drawing.dispose();
    return large;
  }
}
