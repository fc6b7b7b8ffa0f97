package reidstudio.tensor;

import ai.djl.Device;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The operators of the program with a fault in their source text. */
public final class RewiredPack {
  private RewiredPack() {}

  /** Operators on {@code device} whose source {@code spoil} has changed; the caller closes them. */
  public static OperatorPack of(Device device, UnaryOperator<String> spoil) {
    try (InputStream source = OperatorPack.class.getResourceAsStream("operators.torchscript")) {
      String sound = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      String spoiled = spoil.apply(sound);
      if (spoiled.equals(sound)) {
        throw new IllegalArgumentException("nothing of the operators was changed");
      }
      InputStream changed = new ByteArrayInputStream(spoiled.getBytes(StandardCharsets.UTF_8));
      return OperatorPack.load(device, TorchScriptArchive.of(changed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
