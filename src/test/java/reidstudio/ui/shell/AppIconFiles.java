package reidstudio.ui.shell;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/**
 * The icon as files for the packager: a PNG for Linux, and the containers of Windows and macOS,
 * which hold PNGs too.
 */
final class AppIconFiles {
  /** Side of the PNG. */
  static final int LARGE = 256;

  private static final List<Integer> WINDOWS = List.of(16, 32, 48, 256);
  private static final Map<String, Integer> MAC = new LinkedHashMap<>();
  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;

  static {
    MAC.put("ic11", 32);
    MAC.put("ic12", 64);
    MAC.put("ic07", 128);
    MAC.put("ic08", 256);
    MAC.put("ic09", 512);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("reid-studio.png"), png(LARGE));
    Files.write(folder.resolve("reid-studio.ico"), ico());
    Files.write(folder.resolve("reid-studio.icns"), icns());
  }

  byte[] ico() throws IOException {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    int start = ICO_HEADER + ICO_ENTRY * WINDOWS.size();
    for (int size : WINDOWS) {
      byte[] png = png(size);
      // 256 is written as 0
      ByteBuffer entry = ByteBuffer.allocate(ICO_ENTRY).order(ByteOrder.LITTLE_ENDIAN);
      entry.put((byte) size).put((byte) size).putShort((short) 0);
      entry.putShort((short) 1).putShort((short) 32);
      entry.putInt(png.length).putInt(start + pictures.size());
      entries.write(entry.array());
      pictures.write(png);
    }
    ByteBuffer header = ByteBuffer.allocate(ICO_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(header.array());
    entries.writeTo(file);
    pictures.writeTo(file);
    return file.toByteArray();
  }

  byte[] icns() throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (Map.Entry<String, Integer> each : MAC.entrySet()) {
      chunks.write(chunk(each.getKey(), png(each.getValue())));
    }
    return chunk("icns", chunks.toByteArray());
  }

  private static byte[] chunk(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + content.length)
        .put(content)
        .array();
  }

  private static byte[] png(int size) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(drawn(size), "png", file);
    return file.toByteArray();
  }

  /** The icon as the program draws it; on the JavaFX thread. */
  static BufferedImage drawn(int size) {
    Image image = new AppIcon().image(size);
    int[] pixels = new int[size * size];
    image
        .getPixelReader()
        .getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, size, size, pixels, 0, size);
    return picture;
  }
}
