package reidstudio.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.event.ZeroReason;

/**
 * A step as one line of {@code metrics.jsonl}. Numbers are written so that they read back bit for
 * bit; NaN and the infinities are texts, since JSON has no such numbers.
 */
final class StepLine {
  // both are exact, and several times faster than the JDK's
  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();
  private final Map<String, MetricKey> keys = new HashMap<>();
  private final Predicate<MetricKey> wanted;

  /** Reads and writes all metrics. */
  StepLine() {
    this(key -> true);
  }

  /** Passes over all metrics but those that are {@code wanted}, when it reads. */
  StepLine(Predicate<MetricKey> wanted) {
    this.wanted = wanted;
  }

  /** The line, with its end. */
  byte[] write(StepCompleted event) {
    StepMetrics step = event.metrics();
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(line)) {
      out.writeStartObject();
      out.writeNumberField("step", step.step());
      out.writeNumberField("epoch", step.epoch());
      out.writeNumberField("stepInEpoch", step.stepInEpoch());
      out.writeNumberField("seconds", step.seconds());
      out.writeNumberField("at", event.atMillis());
      for (Map.Entry<MetricKey, Double> entry : new TreeMap<>(step.values()).entrySet()) {
        out.writeNumberField(entry.getKey().name(), entry.getValue());
      }
      if (step.sdmZero().isPresent()) {
        out.writeStringField("sdmZero", EnumWord.of(step.sdmZero().get()));
      }
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return line.toByteArray();
  }

  /**
   * The step that {@code line} holds. Numbers under names that are not known are metrics; anything
   * else under such a name is passed over.
   *
   * @throws IOException if the line is no complete JSON object or has no step
   */
  StepCompleted read(String run, String line) throws IOException {
    Fields fields = new Fields();
    try (JsonParser in = json.createParser(line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        fields.take(name, in);
        in.skipChildren();
      }
      if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
        throw new IOException("more than one JSON object");
      }
    }
    return fields.event(run);
  }

  private final class Fields {
    private final Map<MetricKey, Double> values = new HashMap<>();
    private long step;
    private int epoch = 1;
    private int stepInEpoch;
    private double seconds;
    private long at;
    private Optional<ZeroReason> sdmZero = Optional.empty();

    void take(String name, JsonParser in) throws IOException {
      switch (name) {
        case "step" -> step = in.getLongValue();
        case "epoch" -> epoch = in.getIntValue();
        case "stepInEpoch" -> stepInEpoch = in.getIntValue();
        case "seconds" -> seconds = in.getDoubleValue();
        case "at" -> at = in.getLongValue();
        case "sdmZero" -> sdmZero = reason(in.getText());
        default -> metric(name, in);
      }
    }

    private void metric(String name, JsonParser in) throws IOException {
      MetricKey key = keys.computeIfAbsent(name, MetricKey::new);
      if (!wanted.test(key)) {
        return;
      }
      double value;
      if (in.currentToken().isNumeric()) {
        value = in.getDoubleValue();
      } else if (in.currentToken() == JsonToken.VALUE_STRING && isNonFinite(in.getText())) {
        value = Double.parseDouble(in.getText());
      } else {
        return;
      }
      values.put(key, value);
    }

    StepCompleted event(String run) throws IOException {
      if (step < 1) {
        throw new IOException("no step");
      }
      return new StepCompleted(
          run, at, new StepMetrics(step, epoch, stepInEpoch, seconds, values, sdmZero));
    }
  }

  private static boolean isNonFinite(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  /** A reason that a later version of the program knows is none to this one. */
  private static Optional<ZeroReason> reason(String word) {
    try {
      return Optional.of(EnumWord.parse(ZeroReason.class, word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
