package reidstudio.tensor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without parameters, zipped in memory from its source text.
 *
 * <p>The format is that of {@code torch.jit.save}: the class in {@code code/__torch__.py}, a pickle
 * that names the class, and an empty tuple of constants.
 */
final class TorchScriptArchive {
  private static final String ROOT = "operators/";

  /** Protocol 2; instance of __torch__.OperatorPack made with an empty tuple and an empty state. */
  private static final String INSTANCE = "\u0080\u0002c__torch__\nOperatorPack\n)\u0081}b.";

  private static final String EMPTY_TUPLE = "\u0080\u0002).";

  private final byte[] zip;

  private TorchScriptArchive(byte[] zip) {
    this.zip = zip;
  }

  static TorchScriptArchive of(String resource) throws IOException {
    try (InputStream source = TorchScriptArchive.class.getResourceAsStream(resource)) {
      return of(source);
    }
  }

  /** Of {@code source}, which stays open. */
  static TorchScriptArchive of(InputStream source) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "version", "3\n");
      add(zip, "constants.pkl", EMPTY_TUPLE);
      add(zip, "data.pkl", INSTANCE);
      zip.putNextEntry(new ZipEntry(ROOT + "code/__torch__.py"));
      source.transferTo(zip);
      zip.closeEntry();
    }
    return new TorchScriptArchive(bytes.toByteArray());
  }

  InputStream open() {
    return new ByteArrayInputStream(zip);
  }

  private static void add(ZipOutputStream zip, String name, String latin1) throws IOException {
    zip.putNextEntry(new ZipEntry(ROOT + name));
    zip.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    zip.closeEntry();
  }
}
