package reidstudio.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.event.MetricKey;

/** What the bars of the Python trainer tell: all nine generations of its values. */
final class TqdmBars {
  private static final Pattern EPOCH =
      Pattern.compile("Epoch (\\d+)(?:/(\\d+))?(?: \\[(Learning|Actual|Est)(?:: (\\d+))?\\])?");

  /** Empty for a bar that is not one of training. */
  Optional<List<LogFact>> read(ProgressBar bar) {
    Matcher epochs = EPOCH.matcher(bar.description());
    if (!epochs.matches()) {
      return Optional.empty();
    }
    int epoch = LogNumber.whole(epochs.group(1));
    List<LogFact> facts = new ArrayList<>();
    if (epochs.group(2) != null) {
      facts.add(new LogFact.Epochs(LogNumber.whole(epochs.group(2))));
    }
    if ("Actual".equals(epochs.group(3)) && epochs.group(4) != null) {
      facts.add(new LogFact.EpochLength(epoch, LogNumber.whole(epochs.group(4))));
    }
    Map<MetricKey, Double> values = NamedValues.read(bar.postfix(), ", ", "=");
    if (bar.done() == 0 && values.isEmpty()) {
      facts.add(new LogFact.EpochBegins(epoch, bar.total()));
      return Optional.of(facts);
    }
    double elapsed = bar.elapsedSeconds();
    if (Double.isFinite(elapsed)) {
      facts.add(new LogFact.EpochClock(epoch, elapsed));
    }
    Place place = new Place.Batch(epoch, Math.max(1, bar.done()), bar.total(), Place.Sight.BAR);
    facts.add(new LogFact.Values(place, values));
    return Optional.of(facts);
  }
}
