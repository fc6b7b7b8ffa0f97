package reidstudio.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import reidstudio.event.MetricKey;
import reidstudio.event.ZeroReason;

/** What the Python trainer warns of; the numbers in a warning are measured like all others. */
final class TrainerWarnings implements LogFormat {
  private static final String NUMBER = "(" + LogNumber.FORM + ")";
  private static final String BATCH = "Epoch (\\d+), Batch (\\d+)";

  private final LinePatterns lines =
      new LinePatterns()
          .when(
              "\u53D1\u73B0(\\d+)\u884C\u65E0\u6B63\u6837\u672C",
              line -> here(MetricNames.own("rows_without_positive"), line.group(1)))
          .when(
              "\u6279\u5185\u65E0\u6B63\u6837\u672C\u884C: (\\d+)/(\\d+) \\(",
              TrainerWarnings::rows)
          .when(
              "\u76F8\u4F3C\u5EA6\u8303\u56F4\u8F83\u5927: \\["
                  + NUMBER
                  + ", "
                  + NUMBER
                  + "\\](?:, tau="
                  + NUMBER
                  + ")?",
              TrainerWarnings::similarities)
          .when(
              "\u5F53\u524Dbatch\u65E0SDM\u6B63\u5BF9",
              line -> List.of(new LogFact.SdmZero(ZeroReason.NO_POSITIVE_PAIR)))
          .when(
              "SDM\u635F\u5931(?:\u5F02\u5E38\u4E3A\u8D1F\u503C|\u8FC7\u5927): " + NUMBER,
              line -> here(MetricKey.SDM_LOSS, line.group(1)))
          .when(
              "^" + BATCH + ": SDM\u5BF9\u9F50\u635F\u5931\u8F83\u9AD8 " + NUMBER,
              line -> at(MetricKey.SDM_LOSS, line))
          .when(
              "BN(?:Neck)?\u7279\u5F81\u8303\u6570(?:\u8FC7\u5927|\u5F02\u5E38)(?:\\([^)]*\\))?: "
                  + NUMBER
                  + "(?:.*\\(Epoch (\\d+)(?:, Batch (\\d+))?\\))?",
              TrainerWarnings::norm)
          .when(
              "^" + BATCH + ": \u635F\u5931\u5F02\u5E38 " + NUMBER + " > " + NUMBER,
              TrainerWarnings::spike)
          .when(
              "^" + BATCH + ": \u53D1\u73B0\u975E\u6709\u9650\u635F\u5931\u503C",
              line -> List.of(new LogFact.NonFinite(TrainerFormats.batch(line), "the loss")))
          .when(
              "\u6807\u7B7E\u8D85\u51FA\u8303\u56F4.*num_classes=(\\d+)",
              line ->
                  List.of(new LogFact.Known(ProfilePart.classes(LogNumber.whole(line.group(1))))))
          .when(
              "\u8BAD\u7EC3\u4E0D\u7A33\u5B9A \\(score=" + NUMBER + "\\).*\u6E29\u5EA6 " + NUMBER,
              TrainerWarnings::unstable)
          .known(
              "^" + BATCH + ": \u5185\u5B58\u4E0D\u8DB3",
              "\u6807\u7B7E\u8D85\u51FA\u8303\u56F4",
              "\\[guide9-warn\\]",
              "\u53EF\u914D\u5BF9\u7387\u8FC7\u4F4E",
              "\u65E0\u6CD5\u751F\u6210\u6709\u6548batch");

  @Override
  public String program() {
    return TrainerFormats.PROGRAM;
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  private static List<LogFact> here(MetricKey key, String number) {
    return values(new Place.Here(), Map.of(key, number));
  }

  private static List<LogFact> at(MetricKey key, Matcher line) {
    return values(TrainerFormats.batch(line), Map.of(key, line.group(3)));
  }

  private static List<LogFact> values(Place place, Map<MetricKey, String> texts) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> LogNumber.parse(text).ifPresent(number -> values.put(key, number)));
    return List.of(new LogFact.Values(place, values));
  }

  private static List<LogFact> rows(Matcher line) {
    int without = LogNumber.whole(line.group(1));
    int all = LogNumber.whole(line.group(2));
    return List.of(
        new LogFact.Values(
            new Place.Here(),
            Map.of(
                MetricKey.SDM_ROWS, (double) all,
                MetricKey.SDM_VALID_ROWS, (double) (all - without))));
  }

  private static List<LogFact> similarities(Matcher line) {
    Map<MetricKey, String> texts = new LinkedHashMap<>();
    texts.put(MetricNames.own("similarity_min"), line.group(1));
    texts.put(MetricNames.own("similarity_max"), line.group(2));
    if (line.group(3) != null) {
      texts.put(MetricKey.SDM_TEMPERATURE, line.group(3));
    }
    return values(new Place.Here(), texts);
  }

  private static List<LogFact> norm(Matcher line) {
    Place place = new Place.Here();
    if (line.group(3) != null) {
      place =
          new Place.Batch(
              LogNumber.whole(line.group(2)),
              LogNumber.whole(line.group(3)) + 1,
              0,
              Place.Sight.ASIDE);
    }
    return values(place, Map.of(MetricKey.NORM_AFTER_BN, line.group(1)));
  }

  private static List<LogFact> spike(Matcher line) {
    return values(
        TrainerFormats.batch(line),
        Map.of(
            MetricKey.TOTAL_LOSS,
            line.group(3),
            MetricNames.own("spike_threshold"),
            line.group(4)));
  }

  private static List<LogFact> unstable(Matcher line) {
    List<LogFact> facts = new ArrayList<>(here(MetricNames.own("stability"), line.group(1)));
    facts.addAll(values(new Place.Coming(0), Map.of(MetricKey.SDM_TEMPERATURE, line.group(2))));
    return facts;
  }
}
