package reidstudio.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import reidstudio.config.SdmForm;
import reidstudio.event.MetricKey;

/** What the Python trainer prints beside its bars while it trains. */
final class TrainerSteps implements LogFormat {
  private static final String NUMBER = "(" + LogNumber.FORM + ")";

  private final LinePatterns lines =
      new LinePatterns()
          .when("^\\[(\\d+), (\\d+)\\] (.*=.*)", line -> batch(line, 3))
          .when(
              "^(?:\u6570\u503C\u76D1\u63A7|\u8BE6\u7EC6SDM\u76D1\u63A7|\\[\u7279\u5F81\u76D1\u63A7\\]) Epoch (\\d+), Batch (\\d+): (.*=.*)",
              line -> batch(line, 3))
          .when("^Epoch (\\d+), Batch (\\d+): (pair_coverage_mavg=.*)", line -> batch(line, 3))
          .when("^\\[dbg\\] (pair_coverage_mavg=.*)", line -> here(line.group(1)))
          .when(
              "^\\[guide4-dbg\\] step=\\d+ head \\|w\\|=" + NUMBER,
              line -> here(MetricKey.NORM_HEAD, line))
          .when(
              "^\\[guide4-dbg\\] step=\\d+ head grad-norm \u2248 " + NUMBER,
              line -> here(MetricNames.own("head_gradient_norm"), line))
          .when(
              "^\\[guide5-dbg\\] step=\\d+ top1=(" + LogNumber.FORM + "%)",
              line -> here(MetricKey.CE_ACCURACY, line))
          .when(
              "^\\[sampler-dbg\\] batch_size=(\\d+) unique_id=(\\d+) Kmin=(\\d+) paired_ids=(\\d+)",
              TrainerSteps::sampled)
          .when(
              "^\\[\u91C7\u6837\u81EA\u68C0\\] \u672Cbatch ID\u6570=(\\d+), vis\\+\u975Evis=(\\d+), \u4EC5vis=(\\d+), \u4EC5\u975Evis=(\\d+)",
              TrainerSteps::selfCheck)
          .when(
              "^Batch (\\d+): (\\d+) IDs, \u5E73\u5747\u6BCFID " + NUMBER + " \u6837\u672C",
              TrainerSteps::identities)
          .when("^SDM\u8C03\u8BD5: valid_rows=(\\d+)/(\\d+)(?:, (.*))?$", TrainerSteps::validRows);

  @Override
  public String program() {
    return TrainerFormats.PROGRAM;
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  /** Epoch and batch, counted from 0, stand in the first two groups. */
  private static List<LogFact> batch(Matcher line, int list) {
    Map<MetricKey, Double> values = NamedValues.read(line.group(list), ", ", "=");
    return List.of(new LogFact.Values(TrainerFormats.batch(line), values));
  }

  private static List<LogFact> here(String list) {
    return List.of(new LogFact.Values(new Place.Here(), NamedValues.read(list, ", ", "=")));
  }

  private static List<LogFact> here(MetricKey key, Matcher line) {
    OptionalDouble value = LogNumber.parse(line.group(1));
    return value.isEmpty()
        ? List.of()
        : List.of(new LogFact.Values(new Place.Here(), Map.of(key, value.getAsDouble())));
  }

  private static List<LogFact> sampled(Matcher line) {
    Map<MetricKey, Double> values = pairable(line.group(4), line.group(2));
    values.put(MetricNames.own("smallest_k"), (double) LogNumber.whole(line.group(3)));
    return List.of(
        new LogFact.Known(ProfilePart.batchSize(LogNumber.whole(line.group(1)))),
        new LogFact.Values(new Place.Here(), values));
  }

  private static List<LogFact> selfCheck(Matcher line) {
    return List.of(new LogFact.Values(new Place.Here(), pairable(line.group(2), line.group(1))));
  }

  private static Map<MetricKey, Double> pairable(String pairable, String all) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    int identities = LogNumber.whole(all);
    values.put(MetricNames.own("batch_ids"), (double) identities);
    if (identities > 0) {
      values.put(MetricKey.PAIRABLE_RATIO, LogNumber.whole(pairable) / (double) identities);
    }
    return values;
  }

  private static List<LogFact> identities(Matcher line) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    values.put(MetricNames.own("batch_ids"), (double) LogNumber.whole(line.group(2)));
    LogNumber.parse(line.group(3))
        .ifPresent(number -> values.put(MetricNames.own("items_per_id"), number));
    return List.of(
        new LogFact.Values(new Place.Coming(LogNumber.whole(line.group(1)) + 1), values));
  }

  private static List<LogFact> validRows(Matcher line) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    values.put(MetricKey.SDM_VALID_ROWS, (double) LogNumber.whole(line.group(1)));
    values.put(MetricKey.SDM_ROWS, (double) LogNumber.whole(line.group(2)));
    if (line.group(3) != null) {
      values.putAll(NamedValues.read(line.group(3), ", ", "="));
    }
    List<LogFact> facts = new ArrayList<>();
    // only the form that leaves out rows without positives counts them
    facts.add(new LogFact.Known(ProfilePart.sdmForm(SdmForm.CROSS_ENTROPY)));
    facts.add(new LogFact.Values(new Place.Here(), values));
    return facts;
  }
}
