package reidstudio.data.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps decoded pictures up to a number of bytes. When it is full it stays as it is: an epoch
 * visits all pictures in a new order, and throwing one out for another would only trade hits. Safe
 * for many threads.
 */
public final class DecodedCache {
  /** Key, map entry and objects around the pixels, roughly. */
  private static final int OVERHEAD = 400;

  private final ImageDecoder decoder;
  private final long capacity;
  private final AtomicLong used = new AtomicLong();
  private final ConcurrentMap<Path, Rgb> pictures = new ConcurrentHashMap<>();

  /**
   * @param mebibytes memory that may be taken; 0 keeps nothing
   */
  public DecodedCache(ImageDecoder decoder, int mebibytes) {
    this.decoder = decoder;
    this.capacity = (long) mebibytes << 20;
  }

  /**
   * Writes a picture, decoded now or before, into {@code place}. Where there is no room to keep it,
   * it is written as it is decoded and never in memory. A failure is not remembered.
   *
   * @throws IOException if it cannot be decoded
   */
  public void read(Path file, VariedPicture place) throws IOException {
    Rgb known = pictures.get(file);
    if (known != null) {
      place.write(known);
    } else if (used.get() + cost(place.bytes()) > capacity) {
      decoder.decode(file, place);
    } else {
      Rgb decoded = decoder.decode(file);
      keep(file, decoded);
      place.write(decoded);
    }
  }

  /** Pictures kept. */
  public int size() {
    return pictures.size();
  }

  /** Bytes taken, at most the capacity. */
  public long bytes() {
    return used.get();
  }

  private void keep(Path file, Rgb picture) {
    long cost = cost(picture.bytes());
    long before = used.getAndUpdate(now -> now + cost <= capacity ? now + cost : now);
    boolean reserved = before + cost <= capacity;
    if (reserved && pictures.putIfAbsent(file, picture) != null) {
      used.addAndGet(-cost); // another thread was first
    }
  }

  private static long cost(int bytes) {
    return (long) bytes + OVERHEAD;
  }
}
