package reidstudio.cli;

import java.util.Locale;
import java.util.Optional;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.store.RunTrace;

/**
 * A run in a few numbers. First is the mean of the first ten steps, last that of the last ten; a
 * number that is not known is NaN.
 *
 * @param run absolute path of the run folder; the run's name if it is kept in memory only
 * @param state the newest state in lower case
 * @param facts classes, device and what was skipped; empty if the run did not come that far
 * @param epochs finished passes over the data
 * @param steps optimizer steps made
 * @param itemsPerSecond items trained over training time, pauses left out
 */
record TrainSummary(
    String run,
    String state,
    Optional<RunFacts> facts,
    int epochs,
    long steps,
    double ceFirst,
    double ceLast,
    double sdmFirst,
    double sdmLast,
    double accuracyLast,
    double validRowsLast,
    double batchRows,
    double itemsPerSecond) {

  static TrainSummary of(RunTrace trace) {
    TenSteps ce = new TenSteps(trace.series(MetricKey.CE_LOSS));
    TenSteps sdm = new TenSteps(trace.series(MetricKey.SDM_LOSS));
    Optional<StepMetrics> step = trace.lastStep();
    return new TrainSummary(
        trace.folder().map(Object::toString).orElse(trace.run()),
        trace.state().map(TrainSummary::word).orElse("unknown"),
        trace.facts(),
        step.map(last -> epochsDone(last, trace)).orElse(0),
        step.map(StepMetrics::step).orElse(0L),
        ce.first(),
        ce.last(),
        sdm.first(),
        sdm.last(),
        new TenSteps(trace.series(MetricKey.CE_ACCURACY)).last(),
        new TenSteps(trace.series(MetricKey.SDM_VALID_ROWS)).last(),
        new TenSteps(trace.series(MetricKey.SDM_ROWS)).last(),
        new MeanRate(trace.series(MetricKey.THROUGHPUT)).value());
  }

  private static String word(RunState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static int epochsDone(StepMetrics last, RunTrace trace) {
    boolean whole =
        trace.state().filter(RunState.COMPLETED::equals).isPresent()
            || trace
                .facts()
                .filter(facts -> last.stepInEpoch() >= facts.stepsPerEpoch())
                .isPresent();
    return whole ? last.epoch() : last.epoch() - 1;
  }

  /** The document that scripts rely on. */
  Document document() {
    return new Document()
        .text("run", run)
        .text("state", state)
        .whole("epochs", epochs)
        .whole("steps", steps)
        .whole("classes", facts.map(RunFacts::classes))
        .number("lnClasses", facts.map(RunFacts::ceChance).orElse(Double.NaN))
        .number("ceFirst", ceFirst)
        .number("ceLast", ceLast)
        .number("sdmFirst", sdmFirst)
        .number("sdmLast", sdmLast)
        .number("accuracyLast", accuracyLast)
        .number("validRowsLast", validRowsLast)
        .number("batchRows", batchRows)
        .number("imagesPerSecond", itemsPerSecond)
        .whole("skippedSamples", facts.map(RunFacts::skippedItems))
        .text("device", facts.map(RunFacts::device));
  }

  /** The same for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Run      ").append(run).append('\n');
    text.append("State    %s after %d epochs, %d steps%n".formatted(state, epochs, steps));
    facts.ifPresent(
        known -> {
          text.append("Device   ").append(known.device()).append('\n');
          text.append(
              "Data     %d classes, %d items, %d skipped%n"
                  .formatted(known.classes(), known.items(), known.skippedItems()));
        });
    if (steps > 0) {
      text.append(line("CE       %.3f -> %.3f%s", ceFirst, ceLast, chance()));
      text.append(line("SDM      %.3f -> %.3f", sdmFirst, sdmLast));
      text.append(line("Accuracy %.1f %%", 100 * accuracyLast));
      text.append(line("Rows     %.1f of %.1f valid", validRowsLast, batchRows));
      text.append(line("Speed    %.1f items/s", itemsPerSecond));
      text.append("CE and SDM: mean of the first ten steps -> mean of the last ten.\n");
    }
    return text.toString();
  }

  private String chance() {
    return facts
        .map(known -> String.format(Locale.ROOT, "  (ln C = %.3f)", known.ceChance()))
        .orElse("");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
