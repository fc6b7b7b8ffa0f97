package reidstudio.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a checkpoint says beside its arrays, kept as texts in the header of its file.
 *
 * @param position where the run stood
 * @param data what it was trained on
 * @param config the run's configuration as JSON
 */
record CheckpointFacts(Position position, DataPrint data, String config) {
  /** The version of the keys and of the names of arrays. */
  private static final String SCHEMA = "1";

  /** Numbers are written so that they read back bit for bit. */
  Map<String, String> metadata() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", "pt");
    texts.put("schemaVersion", SCHEMA);
    texts.put("step", Long.toString(position.step()));
    texts.put("updates", Long.toString(position.updates()));
    texts.put("epoch", Integer.toString(position.epoch()));
    texts.put("stepInEpoch", Integer.toString(position.batch()));
    texts.put("seconds", Double.toString(position.seconds()));
    texts.put("epochLossSum", Double.toString(position.lossSum()));
    position.best().ifPresent(best -> put(texts, best));
    position.startRank().ifPresent(rank -> texts.put("startRank", Double.toString(rank)));
    texts.put("labels", data.labels());
    texts.put("vocabulary", data.vocabulary());
    texts.put("items", data.items());
    texts.put("sampler", data.sampler());
    texts.put("config", config);
    return texts;
  }

  static void put(Map<String, String> texts, BestEpoch best) {
    texts.put("bestMetric", best.metric());
    texts.put("bestValue", Double.toString(best.value()));
    texts.put("bestEpoch", Integer.toString(best.epoch()));
  }

  /**
   * Reads {@link #metadata} back.
   *
   * @throws IOException with the reason if something is missing or of another version
   */
  static CheckpointFacts of(Map<String, String> texts) throws IOException {
    String schema = required(texts, "schemaVersion");
    if (!schema.equals(SCHEMA)) {
      throw new IOException("it has version " + schema + ", this program reads " + SCHEMA);
    }
    try {
      return new CheckpointFacts(
          position(texts),
          new DataPrint(
              required(texts, "labels"),
              required(texts, "vocabulary"),
              required(texts, "items"),
              required(texts, "sampler")),
          required(texts, "config"));
    } catch (NumberFormatException e) {
      throw new IOException("a number in its header cannot be read: " + e.getMessage(), e);
    }
  }

  private static Position position(Map<String, String> texts) throws IOException {
    return new Position(
        Long.parseLong(required(texts, "step")),
        Long.parseLong(required(texts, "updates")),
        Integer.parseInt(required(texts, "epoch")),
        Integer.parseInt(required(texts, "stepInEpoch")),
        Double.parseDouble(required(texts, "seconds")),
        Double.parseDouble(required(texts, "epochLossSum")),
        texts.containsKey("bestMetric") ? Optional.of(best(texts)) : Optional.empty(),
        texts.containsKey("startRank")
            ? OptionalDouble.of(Double.parseDouble(texts.get("startRank")))
            : OptionalDouble.empty());
  }

  private static BestEpoch best(Map<String, String> texts) throws IOException {
    return new BestEpoch(
        required(texts, "bestMetric"),
        Double.parseDouble(required(texts, "bestValue")),
        Integer.parseInt(required(texts, "bestEpoch")));
  }

  private static String required(Map<String, String> texts, String key) throws IOException {
    String text = texts.get(key);
    if (text == null) {
      throw new IOException("its header lacks '" + key + "'");
    }
    return text;
  }
}
