package reidstudio.tensor.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Writes safetensors files, sound ones and others, from the format's description alone. */
final class SafetensorsBytes {
  private SafetensorsBytes() {}

  /** The header's length, the header, the data. */
  static byte[] of(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return withLength(json.length, header, data);
  }

  /** As {@link #of}, with a length that may be wrong. */
  static byte[] withLength(long length, String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(json)
        .put(data)
        .array();
  }

  static Path write(Path file, ElementType type, Map<String, HostTensor> tensors)
      throws IOException {
    StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    tensors.forEach(
        (name, tensor) -> {
          int begin = data.size();
          data.writeBytes(TorchFixture.bytes(type, tensor.values()));
          header.append(
              ",\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                  .formatted(name, type, Arrays.toString(tensor.shape()), begin, data.size()));
        });
    return Files.write(file, of(header.append("}   ").toString(), data.toByteArray()));
  }
}
