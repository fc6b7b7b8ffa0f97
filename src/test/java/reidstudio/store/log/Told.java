package reidstudio.store.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reidstudio.event.Evaluation;
import reidstudio.event.EventSink;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;

/** All that was told of a log. */
final class Told implements EventSink {
  /** A line of a progress bar: step 21 of the first epoch. */
  static final String BAR = "Epoch 1:   1%|  | 21/1863 [00:10<08:58,  2.73it/s, Loss=5.951]";

  final List<TrainingEvent> events = new ArrayList<>();
  LogCounts counts;
  List<String> programs;

  /** What the lines of {@code log}, each ended, tell. */
  static Told of(String log) throws IOException {
    return of(log.getBytes(StandardCharsets.UTF_8));
  }

  static Told of(byte[] log) throws IOException {
    Path file = Files.createTempFile("log", ".txt");
    try {
      Files.write(file, log);
      Told told = new Told();
      TextLog text = new TextLog(file, "a", told, ZoneOffset.UTC);
      text.advance();
      told.end(text);
      return told;
    } finally {
      Files.delete(file);
    }
  }

  static Told ofLines(String... lines) throws IOException {
    return of(String.join("\n", lines) + "\n");
  }

  void end(LogSource source) {
    source.finish();
    counts = source.counts();
    programs = source.programs();
  }

  @Override
  public void publish(TrainingEvent event) {
    events.add(event);
  }

  <T extends TrainingEvent> Stream<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  List<StepMetrics> steps() {
    return all(TrainingEvent.StepCompleted.class)
        .map(TrainingEvent.StepCompleted::metrics)
        .toList();
  }

  /** The only step. */
  StepMetrics step() {
    if (steps().size() != 1) {
      throw new AssertionError("not one step: " + steps());
    }
    return steps().get(0);
  }

  /** The only step's values by name. */
  Map<String, Double> values() {
    return values(step());
  }

  static Map<String, Double> values(StepMetrics step) {
    Map<String, Double> values = new java.util.TreeMap<>();
    step.values().forEach((MetricKey key, Double value) -> values.put(key.name(), value));
    return values;
  }

  List<Evaluation> evaluations() {
    return all(TrainingEvent.Evaluated.class).map(TrainingEvent.Evaluated::evaluation).toList();
  }

  RunProfile profile() {
    return all(TrainingEvent.RunProfiled.class)
        .map(TrainingEvent.RunProfiled::profile)
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  /** Severity and text of each line. */
  List<String> lines() {
    return all(TrainingEvent.LogLine.class)
        .map(line -> line.severity() + " " + line.text())
        .toList();
  }
}
