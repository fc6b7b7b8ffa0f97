package reidstudio.store.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.MetricKey;

/** torchreid's line of values, each with its running mean in brackets, which is passed over. */
final class TorchreidLog implements LogFormat {
  private static final Pattern METER =
      Pattern.compile("(\\w+) (" + LogNumber.FORM + ") \\(" + LogNumber.FORM + "\\)");
  private static final Pattern RATE = Pattern.compile("\\blr (" + LogNumber.FORM + ")");

  private final LinePatterns lines =
      new LinePatterns()
          .when("^epoch: \\[(\\d+)/(\\d+)\\]\\[(\\d+)/(\\d+)\\]\\s+(.*)", TorchreidLog::values);

  @Override
  public String program() {
    return "torchreid";
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  private static List<LogFact> values(Matcher line) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    Matcher meter = METER.matcher(line.group(5));
    while (meter.find()) {
      boolean percent = meter.group(1).equals("acc");
      values.put(
          MetricNames.key(meter.group(1)),
          percent
              ? LogNumber.share(meter.group(2))
              : LogNumber.parse(meter.group(2)).orElseThrow());
    }
    Matcher rate = RATE.matcher(line.group(5));
    if (rate.find()) {
      double number = LogNumber.parse(rate.group(1)).orElseThrow();
      values.put(MetricKey.RATE_ENCODER, number);
      values.put(MetricKey.RATE_HEAD, number);
    }
    Place place =
        new Place.Batch(
            LogNumber.whole(line.group(1)),
            LogNumber.whole(line.group(3)),
            LogNumber.whole(line.group(4)),
            Place.Sight.INTERVAL);
    return List.of(
        new LogFact.Epochs(LogNumber.whole(line.group(2))), new LogFact.Values(place, values));
  }
}
