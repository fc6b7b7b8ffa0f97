package reidstudio.batch;

import java.io.IOException;
import java.util.SplittableRandom;
import reidstudio.config.DataConfig;
import reidstudio.data.Item;
import reidstudio.data.image.Augmentation;
import reidstudio.data.image.DecodedCache;
import reidstudio.data.image.ImageDecoder;
import reidstudio.data.image.Rgb;

/** Decodes, or remembers, a picture and varies it for training. Safe for many threads. */
public final class PictureReader {
  private final DecodedCache decoded;
  private final Augmentation augmentation;

  /** Pictures come in the size that {@code config} asks for. */
  public PictureReader(DataConfig config) {
    this.decoded =
        new DecodedCache(
            new ImageDecoder(config.imageWidth(), config.imageHeight()), config.cacheMebibytes());
    this.augmentation = new Augmentation(config);
  }

  /**
   * Normalised pixels [3, H, W], varied by {@code random} alone.
   *
   * @throws IOException with one sentence if the file cannot be decoded
   */
  float[] read(Item.Picture picture, SplittableRandom random) throws IOException {
    Rgb pixels = decoded.get(picture.file());
    float[] values = new float[Augmentation.floats(pixels)];
    augmentation.vary(pixels, random, values, 0);
    return values;
  }

  /**
   * Normalised pixels [3, H, W] of the picture as it is.
   *
   * @throws IOException with one sentence if the file cannot be decoded
   */
  float[] plain(Item.Picture picture) throws IOException {
    Rgb pixels = decoded.get(picture.file());
    float[] values = new float[Augmentation.floats(pixels)];
    augmentation.plain(pixels, values, 0);
    return values;
  }
}
