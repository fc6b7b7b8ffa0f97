package reidstudio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import reidstudio.event.RunFacts;
import reidstudio.event.TrainingEvent;

/**
 * An event as one line of {@code events.jsonl}. {@code afterStep} is the step that was made last
 * before it, so that a reader can put both files together in the order in which things happened.
 */
final class EventLine implements TrainingEvent.Handler<Optional<ObjectNode>> {
  private final DiagnosisJson reports = new DiagnosisJson();
  private final FindingJson findings = new FindingJson();
  private final EvaluationJson evaluations = new EvaluationJson();

  /** The line with its end; empty for a step, which belongs to the other file, and for a look. */
  Optional<byte[]> write(TrainingEvent event, long afterStep) {
    return event.accept(this).map(tree -> bytes(tree.put("afterStep", afterStep)));
  }

  private byte[] bytes(ObjectNode tree) {
    try {
      return (Json.MAPPER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always writable", e);
    }
  }

  @Override
  public Optional<ObjectNode> stepCompleted(TrainingEvent.StepCompleted event) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectNode> runStarted(TrainingEvent.RunStarted event) {
    RunFacts facts = event.facts();
    ObjectNode tree = tree(EventType.STARTED, event);
    tree.put("classes", facts.classes());
    tree.put("items", facts.items());
    tree.put("skippedItems", facts.skippedItems());
    tree.put("stepsPerEpoch", facts.stepsPerEpoch());
    tree.put("batchSize", facts.batchSize());
    tree.put("parameters", facts.parameters());
    tree.put("device", facts.device());
    tree.put("sampler", facts.sampler());
    tree.put("ceChance", facts.ceChance());
    tree.put("ceFloor", facts.ceFloor());
    tree.put("sdmForm", facts.sdmForm());
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> runResumed(TrainingEvent.RunResumed event) {
    return Optional.of(tree(EventType.RESUMED, event).put("step", event.step()));
  }

  @Override
  public Optional<ObjectNode> stateChanged(TrainingEvent.StateChanged event) {
    ObjectNode tree = tree(EventType.STATE, event);
    tree.put("state", EnumWord.of(event.state()));
    tree.put("reason", event.reason());
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> nonFiniteStep(TrainingEvent.NonFiniteStep event) {
    ObjectNode tree = tree(EventType.NON_FINITE, event);
    tree.put("step", event.step());
    tree.put("culprit", event.culprit());
    event.items().forEach(tree.putArray("items")::add);
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> healthChanged(TrainingEvent.HealthChanged event) {
    ObjectNode tree = tree(EventType.HEALTH, event).put("step", event.step());
    tree.set("findings", findings.tree(event.findings()));
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> evaluated(TrainingEvent.Evaluated event) {
    ObjectNode tree = tree(EventType.EVALUATED, event);
    tree.set("evaluation", evaluations.tree(event.evaluation()));
    return Optional.of(tree);
  }

  /** Of no interest once it is over. */
  @Override
  public Optional<ObjectNode> evaluationProgressed(TrainingEvent.EvaluationProgressed event) {
    return Optional.empty();
  }

  /** What came of it has lines of its own. */
  @Override
  public Optional<ObjectNode> evaluationEnded(TrainingEvent.EvaluationEnded event) {
    return Optional.empty();
  }

  /** Tells of other programs' runs only, which are kept where they are. */
  @Override
  public Optional<ObjectNode> runProfiled(TrainingEvent.RunProfiled event) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectNode> logLine(TrainingEvent.LogLine event) {
    ObjectNode tree = tree(EventType.LOG, event);
    tree.put("severity", EnumWord.of(event.severity()));
    tree.put("text", event.text());
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> diagnosisProgressed(TrainingEvent.DiagnosisProgressed event) {
    ObjectNode tree = tree(EventType.DIAGNOSIS_PROGRESS, event);
    tree.put("check", event.check().word());
    tree.put("fraction", event.fraction());
    tree.put("doing", event.doing());
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> diagnosisFailed(TrainingEvent.DiagnosisFailed event) {
    ObjectNode tree = tree(EventType.DIAGNOSIS_FAILED, event);
    tree.put("check", event.check().word());
    tree.put("reason", event.reason());
    return Optional.of(tree);
  }

  @Override
  public Optional<ObjectNode> diagnosisFinished(TrainingEvent.DiagnosisFinished event) {
    ObjectNode tree = tree(EventType.DIAGNOSIS_FINISHED, event);
    tree.set("report", reports.tree(event.report()));
    return Optional.of(tree);
  }

  /** Can be made again at any time, of the configuration and the data. */
  @Override
  public Optional<ObjectNode> batchInspected(TrainingEvent.BatchInspected event) {
    return Optional.empty();
  }

  private ObjectNode tree(EventType type, TrainingEvent event) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", EnumWord.of(type))
        .put("at", event.atMillis());
  }
}
