package reidstudio.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;

/**
 * Records of a TensorBoard event file: length (u64), masked CRC32C of the length, a serialized
 * {@code tensorflow.Event}, masked CRC32C of it, all little-endian.
 *
 * <p>Fields used: Event {wall_time = 1, step = 2, file_version = 3, summary = 5, session_log = 7},
 * Summary {value = 1}, Value {tag = 1, simple_value = 2}, SessionLog {status = 1}; see event.proto
 * and summary.proto of TensorFlow.
 */
final class TensorBoardRecord {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int SESSION_START = 1;

  private TensorBoardRecord() {}

  /** The record that every file begins with. */
  static byte[] version(long atMillis) {
    return framed(event(atMillis).string(3, "brain.Event:2"));
  }

  /**
   * Tells that the process began anew after {@code step}: TensorBoard then drops what older files
   * have of later steps (its "SessionLog START").
   */
  static byte[] restart(long atMillis, long step) {
    byte[] start = new Protobuf().int64(1, SESSION_START).toByteArray();
    return framed(event(atMillis).int64(2, step + 1).message(7, start));
  }

  /** All metrics of a step; {@code ce.loss} gets the tag {@code ce/loss}. */
  static byte[] scalars(long atMillis, StepMetrics step) {
    Protobuf summary = new Protobuf();
    for (Map.Entry<MetricKey, Double> entry : new TreeMap<>(step.values()).entrySet()) {
      String tag = entry.getKey().name().replace('.', '/');
      Protobuf value = new Protobuf().string(1, tag).fixedFloat(2, entry.getValue().floatValue());
      summary.message(1, value.toByteArray());
    }
    return framed(event(atMillis).int64(2, step.step()).message(5, summary.toByteArray()));
  }

  private static Protobuf event(long atMillis) {
    return new Protobuf().fixedDouble(1, atMillis / 1000.0);
  }

  private static byte[] framed(Protobuf event) {
    byte[] data = event.toByteArray();
    ByteBuffer record =
        ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length);
    record.putInt(maskedCrc(record.array(), 8));
    record.put(data).putInt(maskedCrc(data, data.length));
    return record.array();
  }

  /** Masked, because the CRC of data that holds its own CRC would be weak. */
  private static int maskedCrc(byte[] data, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }
}
