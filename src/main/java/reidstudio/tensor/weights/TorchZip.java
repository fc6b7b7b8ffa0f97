package reidstudio.tensor.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip file of {@code torch.save} and {@code torch.jit.save}: {@code NAME/data.pkl}, which
 * describes the tensors, and {@code NAME/data/0}, {@code NAME/data/1}, ... with the bytes of their
 * storages, packed or not. Nothing is unpacked to the disk.
 */
final class TorchZip implements AutoCloseable {
  private static final String PICKLE = "/data.pkl";
  private static final int LARGEST_PICKLE = 1 << 25;

  private final WeightFault fault;
  private final ZipFile zip;
  private final String root;

  private TorchZip(WeightFault fault, ZipFile zip) throws IOException {
    this.fault = fault;
    this.zip = zip;
    this.root = root();
    requireLittleEndian();
  }

  static TorchZip open(Path path) throws IOException {
    WeightFault fault = new WeightFault(path);
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException e) {
      throw fault.unreadable("its table of contents", e);
    }
    try {
      return new TorchZip(fault, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The one folder of the archive; its name is that of the file when it was saved. */
  private String root() throws IOException {
    String found = null;
    for (ZipEntry entry : entries()) {
      String name = entry.getName();
      if (name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length()) {
        if (found != null) {
          throw fault.damaged("it has more than one data.pkl");
        }
        found = name.substring(0, name.length() - PICKLE.length());
      }
    }
    if (found == null) {
      throw fault.refused(
          "it is a zip file without NAME/data.pkl, so PyTorch did not write it. Give the file that"
              + " torch.save or torch.jit.save wrote, not one packed by hand");
    }
    return found;
  }

  private List<? extends ZipEntry> entries() throws IOException {
    try {
      return Collections.list(zip.entries());
    } catch (IllegalArgumentException e) {
      // so says ZipFile that a name is not UTF-8
      throw fault.damaged("a name in its table of contents is no text", e);
    }
  }

  private void requireLittleEndian() throws IOException {
    ZipEntry entry = zip.getEntry(root + "/byteorder");
    if (entry != null) {
      String order = new String(bytes(entry, Long.BYTES), StandardCharsets.US_ASCII);
      if (!order.strip().equals("little")) {
        throw fault.refused(
            "its numbers are in the byte order '" + order + "'. Save it on another machine");
      }
    }
  }

  /** The bytes of {@code data.pkl}. */
  byte[] pickle() throws IOException {
    return bytes(zip.getEntry(root + PICKLE), LARGEST_PICKLE);
  }

  private byte[] bytes(ZipEntry entry, int most) throws IOException {
    byte[] bytes;
    long sum;
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      bytes = in.readNBytes(most + 1);
      sum = in.getChecksum().getValue();
    } catch (IOException e) {
      throw fault.unreadable("'" + entry.getName() + "'", e);
    }
    if (bytes.length > most) {
      throw fault.refused(
          "'%s' has more than %d bytes. Save model.state_dict() alone"
              .formatted(entry.getName(), most));
    }
    requireSum(entry, sum);
    return bytes;
  }

  /**
   * Checks that the storage of the tensor {@code name} is there in its whole length.
   *
   * @throws ArithmeticException if the length is beyond all numbers
   */
  void require(TorchStorage storage, String name) throws IOException {
    ZipEntry entry = zip.getEntry(entryName(storage));
    if (entry == null) {
      throw fault.damaged(
          "the zip file lacks '%s', which holds '%s'".formatted(entryName(storage), name));
    }
    if (entry.getSize() != Math.multiplyExact(storage.size(), storage.type().bytes())) {
      throw fault.damaged(
          "'%s' has %d bytes, but %d numbers of type %s should be in it"
              .formatted(entry.getName(), entry.getSize(), storage.size(), storage.type()));
    }
  }

  /** Elements [{@code from}, {@code from + count}) of a storage as float32. */
  float[] read(TorchStorage storage, long from, int count) throws IOException {
    ZipEntry entry = zip.getEntry(entryName(storage));
    float[] values;
    long sum;
    try (InputStream raw = zip.getInputStream(entry)) {
      // below the sum, which would read what is skipped
      raw.skipNBytes(from * storage.type().bytes());
      CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
      ReadableByteChannel channel = Channels.newChannel(in);
      values = storage.type().decode((into, at) -> channel.read(into), count);
      sum = in.getChecksum().getValue();
    } catch (IOException e) {
      throw fault.unreadable("'" + entry.getName() + "'", e);
    }
    if (count == storage.size()) {
      requireSum(entry, sum);
    }
    return values;
  }

  /** {@code ZipFile} does not check sums; PyTorch writes 0 if it was told not to compute them. */
  private void requireSum(ZipEntry entry, long sum) throws IOException {
    if (entry.getCrc() != 0 && entry.getCrc() != sum) {
      throw fault.damaged("the bytes of '" + entry.getName() + "' do not have their checksum");
    }
  }

  private String entryName(TorchStorage storage) {
    return root + "/data/" + storage.key();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
