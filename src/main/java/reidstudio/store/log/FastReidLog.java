package reidstudio.store.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.MetricKey;

/** fast-reid's line of values. Its losses are medians of the last iterations. */
final class FastReidLog implements LogFormat {
  private static final Pattern VALUE = Pattern.compile("(\\w+): (" + LogNumber.FORM + ")M?(?= |$)");

  /** Epoch and iteration are counted from 0, the iteration over the whole run. */
  private final LinePatterns lines =
      new LinePatterns()
          .when(
              "^(?:eta: .*? )?(?:epoch/iter: (\\d+)/(\\d+)|iter: (\\d+)) +(.*)$",
              FastReidLog::values);

  @Override
  public String program() {
    return "fast-reid";
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text.strip());
  }

  private static List<LogFact> values(Matcher line) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    Matcher value = VALUE.matcher(line.group(4));
    while (value.find()) {
      double number = LogNumber.parse(value.group(2)).orElseThrow();
      if (value.group(1).equals("lr")) {
        values.put(MetricKey.RATE_ENCODER, number);
        values.put(MetricKey.RATE_HEAD, number);
      } else {
        values.put(MetricNames.key(value.group(1)), number);
      }
    }
    boolean epochs = line.group(1) != null;
    int epoch = epochs ? LogNumber.whole(line.group(1)) + 1 : 0;
    long iteration = LogNumber.whole(line.group(epochs ? 2 : 3));
    return List.of(new LogFact.Values(new Place.Overall(iteration + 1, epoch), values));
  }
}
