package reidstudio.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import reidstudio.config.SdmForm;
import reidstudio.event.MetricKey;

/** Lines {@code Epoch[1] Iteration[100/1064], ...} of IRRA, ReID5o and TransReID. */
final class IterationLog implements LogFormat {
  private final LinePatterns lines =
      new LinePatterns()
          .when("^Epoch\\[(\\d+)\\] Iteration\\[(\\d+)/(\\d+)\\],? (.*)", IterationLog::iteration)
          .when(
              "^Epoch (\\d+) done\\. Time per (?:batch|epoch): .*?Speed: ("
                  + LogNumber.FORM
                  + ")\\[samples/s\\]",
              IterationLog::done)
          .known("^Epoch \\d+ done\\.");

  @Override
  public String program() {
    return "IRRA, ReID5o or TransReID";
  }

  @Override
  public Optional<List<LogFact>> read(String text) {
    return lines.read(text);
  }

  private static List<LogFact> iteration(Matcher line) {
    Map<MetricKey, Double> values = NamedValues.read(line.group(4), ", ", ": ");
    boolean oneRate = values.containsKey(MetricKey.CE_ACCURACY);
    Double rate = values.remove(MetricNames.own("Base Lr"));
    if (rate != null) {
      values.put(MetricKey.RATE_ENCODER, rate);
      if (oneRate) {
        // TransReID; IRRA's head has a multiple of the base rate that its log does not tell
        values.put(MetricKey.RATE_HEAD, rate);
      }
    }
    Place place =
        new Place.Batch(
            LogNumber.whole(line.group(1)),
            LogNumber.whole(line.group(2)),
            LogNumber.whole(line.group(3)),
            Place.Sight.INTERVAL);
    List<LogFact> facts = new ArrayList<>();
    if (values.containsKey(MetricKey.SDM_LOSS)) {
      facts.add(new LogFact.Known(ProfilePart.sdmForm(SdmForm.KL_DIVERGENCE)));
    }
    facts.add(new LogFact.Values(place, values));
    return facts;
  }

  private static List<LogFact> done(Matcher line) {
    Place end = new Place.EpochEnd(LogNumber.whole(line.group(1)));
    List<LogFact> facts = new ArrayList<>();
    LogNumber.parse(line.group(2))
        .ifPresent(
            speed -> facts.add(new LogFact.Values(end, Map.of(MetricKey.THROUGHPUT, speed))));
    return facts;
  }
}
