package reidstudio.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.MetricKey;
import reidstudio.event.SettingScores;

/** The Python trainer's evaluations: several lines about the same one are put together later. */
final class TrainerScores implements LogFormat {
  private static final String PROTOCOL = "PRCV trainer";
  private static final Pattern QUERY = Pattern.compile("\\('([^'/]+)[^']*', (\\d+)\\)");
  private static final Pattern EVAL =
      Pattern.compile("mAP(?:\\((\\w+)\\)|@(\\w+))=(" + LogNumber.FORM + ")");

  private final LinePatterns lines =
      new LinePatterns()
          .when("^\\[EVAL\\] gallery=\\d+ +queries=(.*)", this::queries)
          .when("^\\[EVAL\\] epoch=(\\d+) (.*mAP.*)", this::epochLine)
          .when("^Epoch (\\d+)/(\\d+) - Train ClsAcc: (" + LogNumber.FORM + "%)(.*)", this::summary)
          .when("\u5206\u6A21\u6001mAP\u8BE6\u60C5: (.*)", TrainerScores::modalities)
          .known(
              "\u65B0\u7684\u6700\u4F73.*mAP: ",
              "\u6700\u4F73\\(.*\\) mAP: ",
              "^\\[INFO\\] \u5F00\u59CB\u7B2C\\d+\u8F6E\u8BC4\u6D4B");

  /** Queries of each group of settings, as told before the scores. */
  private final Map<String, Integer> queries = new LinkedHashMap<>();

  @Override
  public String program() {
    return TrainerFormats.PROGRAM;
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  private List<LogFact> queries(Matcher line) {
    queries.clear();
    Matcher query = QUERY.matcher(line.group(1));
    while (query.find()) {
      queries.merge(query.group(1), LogNumber.whole(query.group(2)), Integer::sum);
    }
    return List.of();
  }

  private List<LogFact> epochLine(Matcher line) {
    List<SettingScores> settings = new ArrayList<>();
    Matcher score = EVAL.matcher(line.group(2));
    while (score.find()) {
      String setting = score.group(1) != null ? score.group(1) : score.group(2);
      LogNumber.parse(score.group(3)).ifPresent(map -> settings.add(scores(setting, map)));
    }
    return List.of(new LogFact.Scores(OptionalInt.of(epoch(line)), PROTOCOL, settings));
  }

  private List<LogFact> summary(Matcher line) {
    List<LogFact> facts = new ArrayList<>();
    facts.add(new LogFact.Epochs(LogNumber.whole(line.group(2))));
    LogNumber.parse(line.group(3))
        .ifPresent(
            share ->
                facts.add(
                    new LogFact.Values(
                        new Place.EpochEnd(epoch(line)), Map.of(MetricKey.CE_ACCURACY, share))));
    List<SettingScores> settings = settings(line.group(4));
    if (!settings.isEmpty()) {
      facts.add(new LogFact.Scores(OptionalInt.of(epoch(line)), PROTOCOL, settings));
    }
    return facts;
  }

  /** {@code mAP(a/b/mean): x/y/z - CMC@1/5/10: p/q/r}; the ranks are of the last, the mean. */
  private List<SettingScores> settings(String rest) {
    Matcher maps = Pattern.compile("mAP\\(([\\w/]+)\\): ([\\d./nai]+)").matcher(rest);
    List<SettingScores> settings = new ArrayList<>();
    if (!maps.find()) {
      return settings;
    }
    String[] names = maps.group(1).split("/", -1);
    String[] values = maps.group(2).split("/", -1);
    for (int i = 0; i < Math.min(names.length, values.length); i++) {
      String name = names[i];
      double[] ranks = i == names.length - 1 ? ranks(rest) : ranks("");
      LogNumber.parse(values[i])
          .ifPresent(
              map ->
                  settings.add(
                      new SettingScores(
                          name,
                          queries.getOrDefault(name, 0),
                          ranks[0],
                          ranks[1],
                          ranks[2],
                          map,
                          Double.NaN)));
    }
    return settings;
  }

  private static double[] ranks(String text) {
    double[] ranks = {Double.NaN, Double.NaN, Double.NaN};
    Matcher cmc = Pattern.compile("CMC@1/5/10: ([\\d./nai]+)").matcher(text);
    if (cmc.find()) {
      String[] values = cmc.group(1).split("/", -1);
      for (int i = 0; i < Math.min(3, values.length); i++) {
        OptionalDouble rank = LogNumber.parse(values[i]);
        ranks[i] = rank.orElse(Double.NaN);
      }
    }
    return ranks;
  }

  /** Of single modalities, which are another partition of the same queries. */
  private static List<LogFact> modalities(Matcher line) {
    List<SettingScores> settings = new ArrayList<>();
    for (String item : line.group(1).split("\\|", -1)) {
      int colon = item.indexOf(':');
      if (colon > 0) {
        String name = item.substring(0, colon).strip();
        LogNumber.parse(item.substring(colon + 1))
            .ifPresent(map -> settings.add(ScoreRow.mapOnly(name, 0, map)));
      }
    }
    return List.of(new LogFact.Scores(OptionalInt.empty(), PROTOCOL + ", by modality", settings));
  }

  private SettingScores scores(String setting, double map) {
    return ScoreRow.mapOnly(setting, queries.getOrDefault(setting, 0), map);
  }

  private static int epoch(Matcher line) {
    return LogNumber.whole(line.group(1));
  }
}
