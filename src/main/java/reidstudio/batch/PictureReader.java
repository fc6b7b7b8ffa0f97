package reidstudio.batch;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.SplittableRandom;
import reidstudio.config.DataConfig;
import reidstudio.data.Item;
import reidstudio.data.image.Augmentation;
import reidstudio.data.image.CacheRoom;
import reidstudio.data.image.DecodedCache;
import reidstudio.data.image.ImageDecoder;
import reidstudio.data.image.Rgb;

/** Decodes, or remembers, a picture and varies it for training. Safe for many threads. */
public final class PictureReader {
  private final CacheRoom room;
  private final DecodedCache decoded;
  private final Augmentation augmentation;
  private final int width;
  private final int height;

  /** Pictures come in the size that {@code config} asks for. */
  public PictureReader(DataConfig config) {
    this.room = CacheRoom.here(config.cacheMebibytes());
    this.decoded =
        new DecodedCache(
            new ImageDecoder(config.imageWidth(), config.imageHeight()), room.mebibytes());
    this.augmentation = new Augmentation(config);
    this.width = config.imageWidth();
    this.height = config.imageHeight();
  }

  /** What a user should know of the room that decoded pictures have. */
  public Optional<String> roomSentence() {
    return room.sentence();
  }

  /** Floats of a picture: 3 H W. */
  int floats() {
    return Rgb.CHANNELS * height * width;
  }

  /**
   * Writes normalised pixels [3, H, W], varied by {@code random} alone.
   *
   * @throws IOException with one sentence if the file cannot be decoded
   */
  void read(Item.Picture picture, SplittableRandom random, FloatBuffer out, int offset)
      throws IOException {
    decoded.read(
        picture.file(),
        augmentation.varied(picture.modality(), width, height, random, out, offset));
  }

  /**
   * Writes normalised pixels [3, H, W] of the picture as it is.
   *
   * @throws IOException with one sentence if the file cannot be decoded
   */
  void plain(Item.Picture picture, FloatBuffer out, int offset) throws IOException {
    decoded.read(
        picture.file(), augmentation.plain(picture.modality(), width, height, out, offset));
  }
}
