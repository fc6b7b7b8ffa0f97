package reidstudio.data.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Writes one page with a row per person, for a look at the pictures. Arguments: file, people, zoom,
 * seed.
 */
final class ContactSheet {
  private static final Frame FRAME = new Frame(96, 192);
  private static final int GAP = 4;

  private ContactSheet() {}

  public static void main(String[] args) throws IOException {
    int people = Integer.parseInt(args[1]);
    int zoom = Integer.parseInt(args[2]);
    long seed = Long.parseLong(args[3]);
    List<Appearance> appearances =
        new AppearanceSampler(new SplittableRandom(seed)).sample(people, List.of());
    int columns = 13;
    BufferedImage sheet =
        new BufferedImage(
            columns * (FRAME.width() + GAP) * zoom,
            people * (FRAME.height() + GAP) * zoom,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    for (int row = 0; row < people; row++) {
      for (int column = 0; column < columns; column++) {
        BufferedImage cell =
            cell(appearances.get(row), column, new SplittableRandom(seed + row * 31L + column));
        pen.drawImage(
            cell,
            column * (FRAME.width() + GAP) * zoom,
            row * (FRAME.height() + GAP) * zoom,
            FRAME.width() * zoom,
            FRAME.height() * zoom,
            null);
      }
    }
    pen.dispose();
    ImageIO.write(sheet, "png", Path.of(args[0]).toFile());
  }

  private static BufferedImage cell(Appearance appearance, int column, SplittableRandom random) {
    Medium medium =
        column < 4
            ? Medium.VIS
            : column < 7 ? Medium.NIR : column < 10 ? Medium.PENCIL : Medium.SKETCH;
    View view = List.of(View.values()).get((column < 4 ? column : column - 4) % 3);
    Setting setting =
        List.of(Setting.values()).get(medium == Medium.NIR ? column % 2 * 3 : column % 4);
    return Painter.of(medium, FRAME).paint(appearance, view, setting, random);
  }
}
