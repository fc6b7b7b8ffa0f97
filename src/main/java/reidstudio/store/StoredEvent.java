package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;

/**
 * One line of {@code events.jsonl}, read back.
 *
 * @param tree the line
 */
record StoredEvent(JsonNode tree) {

  /**
   * Parses a line.
   *
   * @throws IOException if it is no JSON object with a type
   */
  static StoredEvent parse(String line) throws IOException {
    JsonNode tree = Json.MAPPER.readTree(line);
    if (tree == null || !tree.isObject() || !tree.path("type").isTextual()) {
      throw new IOException("no event");
    }
    return new StoredEvent(tree);
  }

  /** The step that was made last before it. */
  long afterStep() {
    return tree.path("afterStep").asLong();
  }

  /** Wall clock, milliseconds since 1970. */
  long at() {
    return tree.path("at").asLong();
  }

  /** The kind; empty for one that this program does not know. */
  Optional<EventType> type() {
    try {
      return Optional.of(EnumWord.parse(EventType.class, text("type")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The state that a line of type {@link EventType#STATE} tells. */
  RunState state() {
    return EnumWord.parse(RunState.class, text("state"));
  }

  /**
   * The step that a line of type {@link EventType#RESUMED} or {@link EventType#NON_FINITE} names.
   */
  long step() {
    return tree.path("step").asLong();
  }

  /** People of the training set that a line of type {@link EventType#STARTED} tells. */
  int classes() {
    return tree.path("classes").asInt();
  }

  int stepsPerEpoch() {
    return tree.path("stepsPerEpoch").asInt();
  }

  /**
   * The event itself.
   *
   * @param config the run's configuration; without it there are no facts, and the result is empty
   *     for {@link EventType#STARTED}
   * @throws IllegalArgumentException if a word in it is not known
   */
  Optional<TrainingEvent> event(EventType type, String run, Optional<RunConfig> config) {
    return switch (type) {
      case STARTED -> config.map(c -> new TrainingEvent.RunStarted(run, at(), facts(c)));
      case RESUMED -> Optional.of(new TrainingEvent.RunResumed(run, at(), step()));
      case STATE -> Optional.of(new TrainingEvent.StateChanged(run, at(), state(), text("reason")));
      case NON_FINITE ->
          Optional.of(new TrainingEvent.NonFiniteStep(run, at(), step(), text("culprit"), items()));
      case LOG ->
          Optional.of(
              new TrainingEvent.LogLine(
                  run, at(), EnumWord.parse(Severity.class, text("severity")), text("text")));
      case HEALTH ->
          Optional.of(
              new TrainingEvent.HealthChanged(
                  run, at(), step(), new FindingJson().read(tree.path("findings"))));
      case EVALUATED ->
          Optional.of(
              new TrainingEvent.Evaluated(
                  run, at(), new EvaluationJson().read(tree.path("evaluation"))));
      case DIAGNOSIS_PROGRESS ->
          Optional.of(
              new TrainingEvent.DiagnosisProgressed(
                  run, at(), check(), number("fraction"), text("doing")));
      case DIAGNOSIS_FAILED ->
          Optional.of(new TrainingEvent.DiagnosisFailed(run, at(), check(), text("reason")));
      case DIAGNOSIS_FINISHED ->
          Optional.of(
              new TrainingEvent.DiagnosisFinished(
                  run, at(), new DiagnosisJson().read(tree.path("report"))));
    };
  }

  private RunFacts facts(RunConfig config) {
    return new RunFacts(
        config,
        classes(),
        tree.path("items").asInt(),
        tree.path("skippedItems").asInt(),
        stepsPerEpoch(),
        tree.path("batchSize").asInt(),
        tree.path("parameters").asLong(),
        text("device"),
        text("sampler"),
        number("ceChance"),
        number("ceFloor"),
        text("sdmForm"));
  }

  private CheckKind check() {
    return EnumWord.parse(CheckKind.class, text("check").replace('-', '_'));
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    tree.path("items").forEach(item -> items.add(item.asText()));
    return items;
  }

  private String text(String name) {
    return tree.path(name).asText();
  }

  /** Non-finite numbers are texts. */
  private double number(String name) {
    JsonNode node = tree.path(name);
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble(Double.NaN);
  }
}
