package reidstudio.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import reidstudio.event.MetricKey;

/** What the Python trainer says of its data, its batches, its rates and weights. */
final class TrainerSettings implements LogFormat {
  private static final String NUMBER = "(" + LogNumber.FORM + ")";

  private final LinePatterns lines =
      new LinePatterns()
          .when(
              "^Epoch (\\d+): (?:\\(read-only\\) )?(SDM_weight=.*)",
              line -> ofEpoch(line, NamedValues.read(line.group(2), ", ", "=")))
          .when(
              "^\\[sdm\\] epoch=(\\d+) weight=" + NUMBER,
              line -> ofEpoch(line, value(MetricKey.SDM_WEIGHT, line.group(2))))
          .when(
              "^Epoch (\\d+): \u5206\u7C7B\u5934\u5B66\u4E60\u7387\u964D\u6863 .* -> " + NUMBER,
              line -> ofEpoch(line, value(MetricKey.RATE_HEAD, line.group(2))))
          .when(
              "^Epoch (\\d+): \u5F53\u524D\u5B66\u4E60\u7387 = (.*)",
              line -> ofEpoch(line, rates(line.group(2))))
          .when(
              "^\u91C7\u6837\u5668\u9A8C\u8BC1: (\\d+)\u4E2AID, \u53EF\u914D\u5BF9\u7387: ("
                  + LogNumber.FORM
                  + "%)",
              line ->
                  List.of(
                      new LogFact.Values(
                          new Place.Coming(0), value(MetricKey.PAIRABLE_RATIO, line.group(2)))))
          .when(
              "model\\.num_classes: (\\d+)",
              line ->
                  List.of(new LogFact.Known(ProfilePart.classes(LogNumber.whole(line.group(1))))))
          .when(
              "\u8BAD\u7EC3\u6570\u636E\u96C6: \\d+ \u6837\u672C, (\\d+) \u4E2AID",
              line ->
                  List.of(
                      new LogFact.Supposed(ProfilePart.classes(LogNumber.whole(line.group(1))))))
          .when(
              "Batch Size\u914D\u7F6E: P\u00D7K=\\d+\u00D7\\d+=(\\d+)",
              line ->
                  List.of(new LogFact.Known(ProfilePart.batchSize(LogNumber.whole(line.group(1))))))
          .when(
              "^\\[epoch (\\d+)\\] steps_run=(\\d+)/(\\d+)",
              line -> epochLength(line, line.group(2), line.group(3)))
          .when(
              "^\\[Epoch (\\d+)\\] \u91C7\u6837\u5668\u63D0\u524D\u8017\u5C3D: \u5B9E\u9645batch=(\\d+), \u540D\u4E49batch=(\\d+)",
              line -> epochLength(line, line.group(2), line.group(3)))
          .when(
              "^\u7B2C(\\d+)\u8F6Ebatch\u6570\u5B66\u4E60\u5B8C\u6210: \u4F30\u7B97=(\\d+), \u5B9E\u9645=(\\d+)",
              line -> epochLength(line, line.group(3), line.group(2)))
          .known(
              "=== CE\u635F\u5931\u8BCA\u65AD \\(Epoch \\d+\\) ===",
              "labels\u8303\u56F4: -?\\d+ - -?\\d+",
              "\u7406\u8BBA\u968F\u673ACE: ",
              "\u53EF\u8BAD\u7EC3\u5206\u7C7B\u5668\u53C2\u6570: ",
              "\\[dbg\\] batch keys: ",
              "\u8C03\u5EA6\u5668: ",
              "\u6570\u636E\u96C6\u5212\u5206\u7ED3\u679C",
              "(?:\u9A8C\u8BC1|\u6D4B\u8BD5)\u6570\u636E\u96C6: \\d+ \u6837\u672C",
              "\u53EF\u914D\u5BF9ID\u6570 \\(K\u2265\\d+\\): ",
              "\u8BAD\u7EC3\u5B8C\u6210");

  @Override
  public String program() {
    return TrainerFormats.PROGRAM;
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  private static List<LogFact> ofEpoch(Matcher line, Map<MetricKey, Double> values) {
    Place start = new Place.EpochStart(LogNumber.whole(line.group(1)));
    return List.of(new LogFact.Values(start, values));
  }

  private static Map<MetricKey, Double> value(MetricKey key, String text) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    LogNumber.parse(text).ifPresent(number -> values.put(key, number));
    return values;
  }

  /** One rate for each group of parameters: the encoder's is the first, the head's the last. */
  private static Map<MetricKey, Double> rates(String list) {
    String[] rates = list.split(", ", -1);
    Map<MetricKey, Double> values = value(MetricKey.RATE_ENCODER, rates[0]);
    if (rates.length > 1) {
      values.putAll(value(MetricKey.RATE_HEAD, rates[rates.length - 1]));
    }
    return values;
  }

  private static List<LogFact> epochLength(Matcher line, String real, String nominal) {
    int epoch = LogNumber.whole(line.group(1));
    List<LogFact> facts = new ArrayList<>();
    facts.add(new LogFact.EpochAnnounced(epoch, LogNumber.whole(nominal)));
    facts.add(new LogFact.EpochLength(epoch, LogNumber.whole(real)));
    return facts;
  }
}
