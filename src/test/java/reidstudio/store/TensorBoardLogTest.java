package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.log.LogCounts;
import reidstudio.store.log.TensorBoardLog;

/** Event files, of this program's writer and as others write them. */
class TensorBoardLogTest {
  @TempDir Path home;
  private final List<TrainingEvent> told = new ArrayList<>();
  private LogCounts counts;

  @Test
  void whatThisProgramWroteIsReadBack() throws Exception {
    List<StepCompleted> written = new ArrayList<>();
    Path folder = writeRun(written, 300);
    read(folder);
    assertThat(counts).isEqualTo(new LogCounts(301, 301, 0, 0));
    assertThat(steps()).hasSize(300);
    for (int i = 0; i < 300; i++) {
      Map<String, Double> expected = new TreeMap<>();
      written
          .get(i)
          .metrics()
          .values()
          .forEach(
              (key, value) -> {
                String name = key.name().startsWith("other") ? "log.other/quantity" : key.name();
                expected.put(name, (double) value.floatValue());
              });
      assertThat(values(steps().get(i))).isEqualTo(expected);
      assertThat(steps().get(i).step()).isEqualTo(i + 1);
    }
    // times are those of the events
    assertThat(steps().get(299).seconds()).isEqualTo(2.99);
  }

  private Path writeRun(List<StepCompleted> written, int steps) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    try (RunStore store = new RunStore(home.resolve("runs"), Clock.systemUTC())) {
      RunFolder run = store.create(RunConfig.defaults(), Optional.empty());
      for (long step = 1; step <= steps; step++) {
        StepCompleted event = Samples.noisyStep(run.run(), step, random);
        written.add(event);
        store.publish(event);
      }
      return run.path();
    }
  }

  @Test
  void aDamagedRecordIsCountedAndPassedOver() throws Exception {
    Path file = eventFile(writeRun(new ArrayList<>(), 5));
    byte[] bytes = Files.readAllBytes(file);
    int third = 0;
    for (int i = 0; i < 3; i++) {
      third += 16 + (int) littleEndian(bytes).getLong(third);
    }
    bytes[third + 20] ^= 1;
    Files.write(file, bytes);
    read(file);
    assertThat(counts).isEqualTo(new LogCounts(6, 5, 1, 0));
    assertThat(steps()).extracting(StepMetrics::step).containsExactly(1L, 2L, 4L, 5L);
  }

  @Test
  void behindADamagedLengthNothingCanBeRead() throws Exception {
    Path file = eventFile(writeRun(new ArrayList<>(), 5));
    byte[] bytes = Files.readAllBytes(file);
    int second = 16 + (int) littleEndian(bytes).getLong(0);
    bytes[second] ^= 1;
    Files.write(file, bytes);
    read(file);
    assertThat(counts).isEqualTo(new LogCounts(2, 1, 1, 0));
  }

  @Test
  void aRecordIsWaitedForUntilItIsWhole() throws Exception {
    Path file = eventFile(writeRun(new ArrayList<>(), 20));
    byte[] bytes = Files.readAllBytes(file);
    Path growing = Files.createFile(home.resolve("events.out.tfevents.1"));
    TensorBoardLog log = new TensorBoardLog(growing, "a", told::add);
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7));
      Files.write(growing, piece, StandardOpenOption.APPEND);
      log.advance();
    }
    log.finish();
    assertThat(log.counts()).isEqualTo(new LogCounts(21, 21, 0, 0));
    List<StepMetrics> pieces = steps();
    told.clear();
    read(file);
    assertThat(pieces).isEqualTo(steps());
  }

  @Test
  void aTornEndIsCounted() throws Exception {
    Path file = eventFile(writeRun(new ArrayList<>(), 5));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
    read(file);
    assertThat(counts).isEqualTo(new LogCounts(5, 5, 0, 1));
    assertThat(steps()).hasSize(4);
  }

  @Test
  void valuesComeOneByOneAndAsTensors() throws IOException {
    Path file = home.resolve("events.out.tfevents.2.host");
    write(
        file,
        new Protobuf().fixedDouble(1, 1000).string(3, "brain.Event:2"),
        simple(1000, 1, "Train/id_loss", 6.5f),
        simple(1001, 1, "Train/loss", 7.5f),
        tensor(1002, 2, "Train/loss", new Protobuf().int64(1, 1).fixedFloat(5, 6.25f)),
        tensor(1003, 2, "a", new Protobuf().int64(1, 1).message(4, floats(0.5f))),
        tensor(1004, 2, "b", new Protobuf().int64(1, 2).message(4, doubles(0.1))),
        tensor(1005, 2, "c", new Protobuf().int64(1, 2).message(6, doubles(0.2))),
        tensor(1006, 2, "d", new Protobuf().int64(1, 9).int64(10, 7)),
        tensor(1007, 2, "text", new Protobuf().int64(1, 7).string(8, "words")),
        simple(1008, 2, "val/loss", 9f));
    read(file);
    assertThat(steps()).hasSize(2);
    assertThat(values(steps().get(0))).isEqualTo(Map.of("ce.loss", 6.5, "total.loss", 7.5));
    assertThat(values(steps().get(1)))
        .isEqualTo(
            Map.of(
                "total.loss", 6.25,
                "log.a", 0.5,
                "log.b", 0.1,
                "log.c", 0.2,
                "log.d", 7.0,
                "log.val/loss", 9.0));
    assertThat(steps().get(1).seconds()).isEqualTo(8);
  }

  @Test
  void aTagThatCountsEpochsIsPlacedWhereItWasWritten() throws IOException {
    Path file = home.resolve("events.out.tfevents.3.host");
    write(
        file,
        simple(1, 100, "loss", 5f),
        simple(2, 200, "loss", 4f),
        simple(3, 1, "mAP", 0.25f),
        simple(4, 300, "loss", 3f),
        simple(5, 2, "mAP", 0.5f));
    read(file);
    assertThat(steps()).extracting(StepMetrics::step).containsExactly(100L, 200L, 300L);
    MetricKey map = new MetricKey("log.mAP");
    assertThat(steps()).extracting(step -> step.value(map)).containsExactly(Double.NaN, 0.25, 0.5);
    assertThat(told.stream().filter(TrainingEvent.LogLine.class::isInstance)).hasSize(1);
  }

  @Test
  void whatALaterFileTellsAnewCountsOnce() throws IOException {
    Path run = Files.createDirectory(home.resolve("run"));
    write(
        run.resolve("events.out.tfevents.1.host"),
        simple(1, 1, "loss", 5f),
        simple(2, 2, "loss", 4f),
        simple(3, 3, "loss", 3f));
    Protobuf start =
        new Protobuf()
            .fixedDouble(1, 9)
            .int64(2, 3)
            .message(7, new Protobuf().int64(1, 1).toByteArray());
    write(
        run.resolve("events.out.tfevents.2.host"),
        new Protobuf().fixedDouble(1, 9).string(3, "brain.Event:2"),
        start,
        simple(10, 3, "loss", 2f));
    read(run);
    assertThat(steps())
        .extracting(step -> step.value(MetricKey.TOTAL_LOSS))
        .containsExactly(5.0, 4.0, 2.0);
  }

  @Test
  void aTextFileIsNoEventFile() throws IOException {
    assertThat(TensorBoardLog.isOne(Files.writeString(home.resolve("a.log"), "Epoch 1: 5 of 7\n")))
        .isFalse();
    assertThat(TensorBoardLog.isOne(home)).isFalse();
    assertThat(TensorBoardLog.isOne(writeRun(new ArrayList<>(), 1))).isTrue();
  }

  private void read(Path path) throws IOException {
    TensorBoardLog log = new TensorBoardLog(path, "a", told::add);
    log.advance();
    log.finish();
    counts = log.counts();
  }

  private List<StepMetrics> steps() {
    return told.stream()
        .filter(StepCompleted.class::isInstance)
        .map(event -> ((StepCompleted) event).metrics())
        .toList();
  }

  private static Map<String, Double> values(StepMetrics step) {
    Map<String, Double> values = new TreeMap<>();
    step.values().forEach((key, value) -> values.put(key.name(), value));
    return values;
  }

  private static Path eventFile(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .filter(file -> file.getFileName().toString().contains("tfevents"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Protobuf simple(double time, long step, String tag, float value) {
    Protobuf scalar = new Protobuf().string(1, tag).fixedFloat(2, value);
    return event(time, step, scalar);
  }

  private static Protobuf tensor(double time, long step, String tag, Protobuf tensor) {
    return event(time, step, new Protobuf().string(1, tag).message(8, tensor.toByteArray()));
  }

  private static Protobuf event(double time, long step, Protobuf value) {
    Protobuf summary = new Protobuf().message(1, value.toByteArray());
    return new Protobuf().fixedDouble(1, time).int64(2, step).message(5, summary.toByteArray());
  }

  private static byte[] floats(float value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
  }

  private static byte[] doubles(double value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
  }

  private static void write(Path file, Protobuf... events) throws IOException {
    for (Protobuf event : events) {
      byte[] data = event.toByteArray();
      byte[] length = new byte[8];
      littleEndian(length).putLong(data.length);
      ByteBuffer record = ByteBuffer.allocate(16 + data.length).order(ByteOrder.LITTLE_ENDIAN);
      record.put(length).putInt(masked(length)).put(data).putInt(masked(data));
      Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int masked(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int value = (int) crc.getValue();
    return ((value >>> 15) | (value << 17)) + 0xa282ead8;
  }
}
