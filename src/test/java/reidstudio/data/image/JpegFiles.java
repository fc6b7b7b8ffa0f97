package reidstudio.data.image;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** JPEG files of every kind that the JDK can write. */
final class JpegFiles {
  private static final String METADATA = "javax_imageio_jpeg_image_1.0";

  /** Rows that are asked for at once: odd, so that pieces begin in both halves of a sample. */
  private static final int PIECE = 7;

  private JpegFiles() {}

  /** Soft shapes with some noise, so that all coefficients occur. */
  static BufferedImage photo(int width, int height, int type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, type);
    WritableRaster raster = image.getRaster();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          double wave = Math.sin(0.13 * x + band) + Math.cos(0.07 * y * (band + 1));
          raster.setSample(x, y, band, level(128 + 70 * wave + random.nextInt(-25, 26)));
        }
      }
    }
    return image;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  /**
   * A file.
   *
   * @param across columns of brightness for each of colour
   * @param down rows
   * @param restart units between restart marks; 0 for none
   */
  static byte[] of(BufferedImage image, double quality, int across, int down, int restart)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = quality(writer, quality);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    Element root = (Element) metadata.getAsTree(METADATA);
    Element bright = (Element) root.getElementsByTagName("componentSpec").item(0);
    bright.setAttribute("HsamplingFactor", Integer.toString(across));
    bright.setAttribute("VsamplingFactor", Integer.toString(down));
    if (restart > 0) {
      IIOMetadataNode interval = new IIOMetadataNode("dri");
      interval.setAttribute("interval", Integer.toString(restart));
      NodeList sequence = root.getElementsByTagName("markerSequence");
      sequence.item(0).insertBefore(interval, sequence.item(0).getFirstChild());
    }
    try {
      metadata.setFromTree(METADATA, root);
    } catch (IIOInvalidTreeException e) {
      throw new IOException(e);
    }
    return written(writer, new IIOImage(image, null, metadata), param);
  }

  /** A file whose detail comes in several passes. */
  static byte[] progressive(RenderedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = quality(writer, 0.9);
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return written(writer, new IIOImage(image, null, null), param);
  }

  /** Bands as they are, with no word about their colours. */
  static byte[] bands(int count) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 19, 16, count, new Point());
    SplittableRandom random = new SplittableRandom(4);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 19; x++) {
        for (int band = 0; band < count; band++) {
          raster.setSample(x, y, band, 60 + 30 * band + 5 * x + random.nextInt(9));
        }
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    return written(writer, new IIOImage(raster, null, null), quality(writer, 0.9));
  }

  /** With a marker of Adobe's programs behind the start: 0 means colours as they are, 1 YCbCr. */
  static byte[] adobe(byte[] jpeg, int transform) {
    byte[] marker = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(marker, 0, marker.length);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static ImageWriteParam quality(ImageWriter writer, double quality) {
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality((float) quality);
    return param;
  }

  private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam param)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Red, green, blue of every pixel as the JDK reads it, row by row. */
  static int[] readByTheJdk(byte[] jpeg) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    int bands = image.getRaster().getNumBands();
    int[] values = new int[3 * image.getWidth() * image.getHeight()];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / 3;
      int x = pixel % image.getWidth();
      values[i] = image.getRaster().getSample(x, pixel / image.getWidth(), bands == 1 ? 0 : i % 3);
    }
    return values;
  }

  /** The same of columns, which are asked for piece by piece. */
  static int[] values(PixelColumns picture) {
    int width = picture.width();
    int height = picture.height();
    int[] values = new int[3 * width * height];
    int[][] piece = new int[3][PIECE];
    for (int x = 0; x < width; x++) {
      for (int from = 0; from < height; from += PIECE) {
        int count = Math.min(PIECE, height - from);
        picture.column(x, from, count, piece[0], piece[1], piece[2]);
        for (int i = 0; i < 3 * count; i++) {
          values[3 * ((from + i / 3) * width + x) + i % 3] = piece[i % 3][i / 3];
        }
      }
    }
    return values;
  }
}
