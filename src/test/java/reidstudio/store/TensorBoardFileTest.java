package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;

/** Reads the event file with a parser and a checksum that share nothing with the writer. */
class TensorBoardFileTest {
  private record Event(
      double wallTime, long step, Optional<String> version, Map<String, Float> scalars) {}

  @TempDir Path home;

  @Test
  void everyScalarOfEveryStepIsThere() throws Exception {
    Path folder;
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      RunFolder run = store.create(RunConfig.defaults(), Optional.empty());
      folder = run.path();
      for (long step = 1; step <= 300; step++) {
        store.publish(
            Samples.step(
                run.run(),
                step * 1_000_000,
                Map.of(MetricKey.CE_LOSS, 1.0 / step, MetricKey.SDM_VALID_ROWS, Double.NaN)));
      }
    }
    List<Event> events = events(folder);
    assertThat(events).hasSize(301);
    assertThat(events.get(0).version()).contains("brain.Event:2");
    Event last = events.get(300);
    assertThat(last.step()).isEqualTo(300_000_000L);
    assertThat(last.wallTime()).isEqualTo((Samples.AT + 10 * 300_000_000L) / 1000.0);
    assertThat(last.scalars())
        .containsOnly(
            Map.entry("ce/loss", (float) (1.0 / 300)), Map.entry("sdm/valid_rows", Float.NaN));
  }

  @Test
  void theChecksumIsTheOneOfTheStandard() {
    // RFC 3720, B.4: 32 bytes of zeroes
    assertThat(crc32c(new byte[32])).isEqualTo(0x8a9136aa);
  }

  private static List<Event> events(Path folder) throws IOException {
    List<Path> files;
    try (var found = Files.list(folder)) {
      files = found.filter(f -> f.getFileName().toString().contains("tfevents")).toList();
    }
    assertThat(files).hasSize(1);
    ByteBuffer in =
        ByteBuffer.wrap(Files.readAllBytes(files.get(0))).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(masked(crc32c(length)));
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(data);
      assertThat(in.getInt()).isEqualTo(masked(crc32c(data)));
      events.add(event(data));
    }
    return events;
  }

  private static Event event(byte[] data) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
    double wallTime = 0;
    long step = 0;
    Optional<String> version = Optional.empty();
    Map<String, Float> scalars = new HashMap<>();
    while (in.available() > 0) {
      int key = (int) varint(in);
      switch (key) {
        case 0x09 -> wallTime = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
        case 0x10 -> step = varint(in);
        case 0x1A -> version = Optional.of(new String(bytes(in), StandardCharsets.UTF_8));
        case 0x2A -> summary(bytes(in), scalars);
        default -> throw new IOException("unexpected key " + key);
      }
    }
    return new Event(wallTime, step, version, scalars);
  }

  private static void summary(byte[] data, Map<String, Float> scalars) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
    while (in.available() > 0) {
      assertThat(varint(in)).isEqualTo(0x0A);
      DataInputStream value = new DataInputStream(new ByteArrayInputStream(bytes(in)));
      assertThat(varint(value)).isEqualTo(0x0A);
      String tag = new String(bytes(value), StandardCharsets.UTF_8);
      assertThat(varint(value)).isEqualTo(0x15);
      scalars.put(tag, Float.intBitsToFloat(Integer.reverseBytes(value.readInt())));
      assertThat(value.available()).isZero();
    }
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes((int) varint(in));
  }

  private static long varint(DataInputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int read = in.readUnsignedByte();
      value |= (read & 0x7FL) << shift;
      if (read < 0x80) {
        return value;
      }
    }
  }

  private static int masked(int crc) {
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  /** Bit by bit, with the reflected Castagnoli polynomial. */
  private static int crc32c(byte[] data) {
    int crc = -1;
    for (byte b : data) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0x82F63B78 : crc >>> 1;
      }
    }
    return ~crc;
  }
}
