package reidstudio.store.log;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reidstudio.event.Severity;

/**
 * Understands one line after the other, whichever program wrote it. A line that gives numbers of a
 * batch becomes those numbers; every other line goes into the run's log.
 */
final class LineReading {
  private final LogRun run;
  private final LogPrefix prefix;
  private final TqdmBars bars = new TqdmBars();
  private final List<LogFormat> formats = LogFormats.all();
  private final LineSeverity severities = new LineSeverity();
  private final Set<String> programs = new LinkedHashSet<>();
  private long lines;
  private long understood;
  private long cut;

  LineReading(LogRun run, LogPrefix prefix) {
    this.run = run;
    this.prefix = prefix;
  }

  /**
   * Reads a line.
   *
   * @param whole false if its end is missing
   */
  void line(String line, boolean whole) {
    if (line.isBlank()) {
      return;
    }
    lines++;
    if (!whole) {
      cut++;
    }
    if (read(line, whole)) {
      understood++;
    }
  }

  LogCounts counts() {
    return new LogCounts(lines, understood, lines - understood, cut);
  }

  List<String> programs() {
    return List.copyOf(programs);
  }

  /** A line may hold a bar, and text before and behind it. */
  private boolean read(String line, boolean whole) {
    Optional<ProgressBar> found = ProgressBar.find(line);
    if (found.isEmpty()) {
      return text(line, whole);
    }
    ProgressBar bar = found.get();
    boolean known = true;
    if (!bar.before().isBlank()) {
      known = text(bar.before(), true);
    }
    bars.read(bar)
        .ifPresent(
            facts -> {
              programs.add(TrainerFormats.PROGRAM);
              facts.forEach(run::take);
            });
    return (bar.after().isBlank() || read(bar.after(), whole)) && known;
  }

  private boolean text(String line, boolean whole) {
    LogRecord record = prefix.read(line);
    record.atMillis().ifPresent(run::at);
    String told = (whole ? record : record.torn()).text().strip();
    if (record.text().isBlank()) {
      return true;
    }
    for (LogFormat format : formats) {
      Optional<List<LogFact>> facts = format.read(told);
      if (facts.isPresent()) {
        programs.add(format.program());
        facts.get().forEach(run::take);
        keep(record, isStep(facts.get()));
        return true;
      }
    }
    keep(record, false);
    return false;
  }

  private void keep(LogRecord record, boolean isStep) {
    Severity severity = severities.of(record.text(), record.level());
    if (!isStep || severity.compareTo(Severity.WARNING) >= 0) {
      run.line(severity, record.text().strip());
    }
  }

  private static boolean isStep(List<LogFact> facts) {
    return facts.stream().anyMatch(LineReading::isOfBatch);
  }

  private static boolean isOfBatch(LogFact fact) {
    return fact instanceof LogFact.Values values
        && (values.place() instanceof Place.Batch || values.place() instanceof Place.Overall);
  }
}
