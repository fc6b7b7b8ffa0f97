package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import reidstudio.config.ConfigException;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;

/** What the ends of a run's files tell. */
final class RunGlance {
  private static final int FIRST_LOOK = 1 << 15;
  private static final int LAST_LOOK = 1 << 21;

  private final RunFolder files;
  private final RunConfigCodec codec;
  private final StepLine stepLine;
  private final EventsEnd events;

  RunGlance(RunFolder files, RunConfigCodec codec, StepLine stepLine) throws IOException {
    this.files = files;
    this.codec = codec;
    this.stepLine = stepLine;
    this.events = new EventsEnd(files);
  }

  RunListing listing() throws IOException {
    Optional<RunConfig> config = config();
    List<StoredEvent> head = firstEvents();
    Optional<StepMetrics> step = lastThatCounts();
    Optional<RunState> state = state();
    return new RunListing(
        files.path(),
        config.map(RunConfig::name).orElse(files.run()),
        RunAbout.nothing(),
        startedAt(head),
        state,
        false,
        step.map(s -> epochsDone(s, head)).orElse(0),
        config.map(RunConfig::epochs).orElse(0),
        step.map(StepMetrics::step).orElse(0L),
        new RunOrigin(config.map(RunGlance::dataName).orElse(""), recipe(), identities(head)),
        figures(step),
        "",
        "");
  }

  private RunFigures figures(Optional<StepMetrics> step) throws IOException {
    return new RunFigures(
        value(step, MetricKey.CE_LOSS),
        value(step, MetricKey.SDM_LOSS),
        value(step, MetricKey.CE_ACCURACY),
        bestMap(),
        new CourseSample(MetricKey.CE_LOSS)
            .of(files.metrics(), step.map(StepMetrics::step).orElse(0L)));
  }

  /** The first event, and those that tell of a start. */
  private List<StoredEvent> firstEvents() throws IOException {
    List<String> lines = head(files.events());
    String started = EnumWord.of(EventType.STARTED);
    return parsed(
        IntStream.range(0, lines.size())
            .filter(i -> i == 0 || lines.get(i).contains(started))
            .mapToObj(lines::get)
            .toList(),
        StoredEvent::parse);
  }

  private OptionalDouble bestMap() {
    return events
        .all(EventType.EVALUATED)
        .map(event -> new EvaluationJson().read(event.tree().path("evaluation")))
        .flatMapToDouble(evaluation -> evaluation.meanAveragePrecision().stream())
        .max();
  }

  private static OptionalInt identities(List<StoredEvent> head) {
    return head.stream()
        .filter(event -> event.type().filter(EventType.STARTED::equals).isPresent())
        .mapToInt(StoredEvent::classes)
        .filter(classes -> classes > 0)
        .findFirst();
  }

  private static String dataName(RunConfig config) {
    String directory = config.data().directory().replace('\\', '/').replaceAll("/+$", "");
    return directory.substring(directory.lastIndexOf('/') + 1);
  }

  private Optional<String> recipe() {
    return new EnvironmentFile(files).text(EnvironmentJson.RECIPE);
  }

  /** The last state; empty if there never was one. */
  Optional<RunState> state() {
    return events.last(EventType.STATE).flatMap(RunGlance::state);
  }

  /** Steps made before the run went on, after the step that it went on from, do not count. */
  private Optional<StepMetrics> lastThatCounts() throws IOException {
    Optional<StoredEvent> resumed = events.last(EventType.RESUMED);
    return last(
            files.metrics(),
            line -> {
              StepCompleted step = step(line);
              if (resumed.isPresent()
                  && step.metrics().step() > resumed.get().step()
                  && step.atMillis() < resumed.get().at()) {
                throw new IOException("no part of the run any more");
              }
              return step;
            })
        .map(StepCompleted::metrics);
  }

  private Optional<RunConfig> config() {
    try {
      return Optional.of(codec.read(files.config()));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }

  private Instant startedAt(List<StoredEvent> head) throws IOException {
    if (!head.isEmpty()) {
      return Instant.ofEpochMilli(head.get(0).at());
    }
    List<StepCompleted> steps = parsed(head(files.metrics()), this::step);
    return steps.isEmpty()
        ? Files.getLastModifiedTime(files.path()).toInstant()
        : Instant.ofEpochMilli(steps.get(0).atMillis());
  }

  private static int epochsDone(StepMetrics step, List<StoredEvent> head) {
    boolean finished = head.stream().anyMatch(event -> event.stepsPerEpoch() == step.stepInEpoch());
    return finished ? step.epoch() : step.epoch() - 1;
  }

  private static double value(Optional<StepMetrics> step, MetricKey key) {
    return step.map(s -> s.value(key)).orElse(Double.NaN);
  }

  private StepCompleted step(String line) throws IOException {
    return stepLine.read(files.run(), line);
  }

  /** A state that a later version knows is none to this one. */
  private static Optional<RunState> state(StoredEvent event) {
    try {
      return Optional.of(event.state());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> head(Path file) throws IOException {
    return Files.exists(file) ? FileEnds.head(file, FIRST_LOOK) : List.of();
  }

  /** The value in the last line that can be parsed; looks further back until it finds one. */
  private static <T> Optional<T> last(Path file, JsonLines.LineParser<T> parser)
      throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    for (int bytes = FIRST_LOOK; bytes <= LAST_LOOK; bytes *= 8) {
      List<String> lines = new ArrayList<>(FileEnds.tail(file, bytes));
      Collections.reverse(lines);
      for (String line : lines) {
        List<T> value = parsed(List.of(line), parser);
        if (!value.isEmpty()) {
          return Optional.of(value.get(0));
        }
      }
      if (bytes >= Files.size(file)) {
        break;
      }
    }
    return Optional.empty();
  }

  private static <T> List<T> parsed(List<String> lines, JsonLines.LineParser<T> parser) {
    List<T> values = new ArrayList<>();
    for (String line : lines) {
      try {
        values.add(parser.parse(line));
      } catch (IOException | IllegalArgumentException e) {
        // Torn or of another kind: the caller asked for what can be read.
      }
    }
    return values;
  }
}
