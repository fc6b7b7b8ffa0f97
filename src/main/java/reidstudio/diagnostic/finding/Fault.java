package reidstudio.diagnostic.finding;

import static reidstudio.diagnostic.finding.Topic.CE;
import static reidstudio.diagnostic.finding.Topic.DATA;
import static reidstudio.diagnostic.finding.Topic.FEATURES;
import static reidstudio.diagnostic.finding.Topic.MACHINE;
import static reidstudio.diagnostic.finding.Topic.NORM;
import static reidstudio.diagnostic.finding.Topic.OPTIMIZER;
import static reidstudio.diagnostic.finding.Topic.SAMPLING;
import static reidstudio.diagnostic.finding.Topic.SDM;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every cause that a finding can name, those first that explain others of their topic: data, then
 * wiring, numerics, schedule, and last the bare symptom.
 */
public enum Fault {
  LABEL_RANGE("ce.label-range", CE),
  LABELS_NOT_CONTIGUOUS("ce.label-contiguous", CE),
  LABEL_AGREEMENT("ce.label-agreement", CE),
  HEAD_SHAPE("ce.head-shape", CE),
  NON_FINITE("loss.non-finite", CE),
  NON_FINITE_SWALLOWED("loss.non-finite-swallowed", CE),
  CLASSIFIER_NOT_IN_OPTIMIZER("ce.classifier-not-in-optimizer", CE),
  CLASSIFIER_FROZEN("ce.classifier-frozen", CE),
  CLASSIFIER_DETACHED("ce.no-gradient", CE),
  LABELS_SHIFTED("data.labels-shifted", CE),
  SOFTMAX_TWICE("ce.softmax-twice", CE),
  LOGIT_SCALE("ce.logit-scale", CE),
  CE_SWITCHED_OFF("ce.switched-off", CE),
  RATE_TOO_HIGH("optimizer.rate-too-high", CE),
  NO_LEARNING_BUDGET("ce.no-learning-budget", CE),
  RATE_TOO_LOW("optimizer.rate-too-low", CE),
  SDM_DROWNS_CE("ce.sdm-drowns-ce", CE),
  LOSSES_FIGHT("ce.losses-fight", CE),
  IGNORES_INPUT("model.ignores-input", CE),
  CANNOT_MEMORISE("model.cannot-memorise", CE),
  AT_CHANCE("ce.at-chance", CE),

  WRONG_INDEX_SPACE("sampling.wrong-index-space", SAMPLING),
  ANCHOR_DROPPED("sampling.anchor-dropped", SAMPLING),
  MODALITY_MISSING("sampling.modality-missing", SAMPLING),
  TOO_FEW_PAIRABLE("sampling.too-few-pairable", SAMPLING),
  K_TOO_SMALL("sampling.k-too-small", SAMPLING),
  EPOCH_SHORT("sampling.epoch-short", SAMPLING),
  PAIRABLE_RATIO("sampling.pairable-ratio", SAMPLING),
  FEW_VALID_ROWS("sampling.few-valid-rows", SAMPLING),

  SDM_FORMULA("sdm.formula", SDM),
  SDM_SWALLOWED("sdm.swallowed", SDM),
  TEMPERATURE_TOO_LOW("sdm.temperature-too-low", SDM),
  TEMPERATURE_TOO_HIGH("sdm.temperature-too-high", SDM),
  SDM_AT_CHANCE("sdm.at-chance", SDM),

  NORM_GROWING("norm.growing-before-bn", NORM),
  NORM_UNEXPECTED("norm.unexpected-after-bn", NORM),
  NORM_PENALTY_IDLE("norm.penalty-cannot-act", NORM),
  NORM_ABOVE_FIXED("norm.above-fixed-threshold", NORM),

  EMPTY_COUNTED_REAL("data.empty-counted-real", DATA),
  INPUT_SCALE("data.input-scale", DATA),
  IMBALANCE("data.modality-imbalance", DATA),
  LEAK("data.leak", DATA),
  CAPTIONS_ALIKE("data.captions-alike", DATA),
  AUGMENTATION("data.augmentation-destroys", DATA),

  CLIP_STRANGLES("optimizer.clip-strangles", OPTIMIZER),
  LOSS_SPIKES("optimizer.loss-spikes", OPTIMIZER),

  DEAD_FEATURES("features.dead", FEATURES),
  COLLAPSED("features.collapsed", FEATURES),
  RANK_COLLAPSED("features.rank-collapsed", FEATURES),
  MODALITY_LEFT_BEHIND("features.modality-left-behind", FEATURES),
  TINY_BATCH_NORM("model.tiny-batch-norm", FEATURES),
  TRAIN_EVAL_DISAGREE("model.train-eval-disagree", FEATURES),
  OVERFIT("train.overfit", FEATURES),

  INPUT_BOUND("machine.input-bound", MACHINE),
  STALLED("machine.stalled", MACHINE),
  MEMORY_GROWS("machine.memory-grows", MACHINE);

  private static final Map<String, Fault> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Fault::id, Function.identity()));

  private final String id;
  private final Topic topic;

  Fault(String id, Topic topic) {
    this.id = id;
    this.topic = topic;
  }

  /** The fault with this id; empty for the id of a verdict that is no fault. */
  public static Optional<Fault> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Stable id, in reports, files and the window. */
  public String id() {
    return id;
  }

  /** What it is about. */
  public Topic topic() {
    return topic;
  }

  /** Whether {@code symptom} is seen only because of this fault, wherever both are. */
  public boolean explains(Fault symptom) {
    return explains().contains(symptom);
  }

  private Set<Fault> explains() {
    return switch (this) {
      case HEAD_SHAPE ->
          // labels are judged by the head that is there
          Set.of(LABEL_RANGE, LABELS_NOT_CONTIGUOUS, CANNOT_MEMORISE, AT_CHANCE);
      case LABEL_RANGE -> Set.of(LABELS_NOT_CONTIGUOUS, CANNOT_MEMORISE, AT_CHANCE);
      case WRONG_INDEX_SPACE ->
          Set.of(TOO_FEW_PAIRABLE, K_TOO_SMALL, PAIRABLE_RATIO, FEW_VALID_ROWS, SDM_AT_CHANCE);
      case ANCHOR_DROPPED -> Set.of(MODALITY_MISSING, FEW_VALID_ROWS, SDM_AT_CHANCE);
      case CLASSIFIER_NOT_IN_OPTIMIZER,
          CLASSIFIER_FROZEN,
          CLASSIFIER_DETACHED,
          SOFTMAX_TWICE,
          LOGIT_SCALE ->
          Set.of(
              NO_LEARNING_BUDGET,
              RATE_TOO_LOW,
              SDM_DROWNS_CE,
              LOSSES_FIGHT,
              CANNOT_MEMORISE,
              AT_CHANCE);
      case CE_SWITCHED_OFF ->
          Set.of(
              CLASSIFIER_DETACHED,
              NO_LEARNING_BUDGET,
              RATE_TOO_LOW,
              SDM_DROWNS_CE,
              LOSSES_FIGHT,
              CANNOT_MEMORISE,
              AT_CHANCE);
      case IGNORES_INPUT ->
          Set.of(
              AT_CHANCE, RATE_TOO_LOW, COLLAPSED, RANK_COLLAPSED, NORM_UNEXPECTED, SDM_AT_CHANCE);
      case LABELS_SHIFTED, LABEL_AGREEMENT, SDM_DROWNS_CE, CANNOT_MEMORISE ->
          Set.of(AT_CHANCE, RATE_TOO_LOW);
      case NO_LEARNING_BUDGET -> Set.of(RATE_TOO_LOW, CANNOT_MEMORISE, AT_CHANCE);
      case RATE_TOO_LOW -> Set.of(AT_CHANCE);
      case CLIP_STRANGLES -> Set.of(AT_CHANCE, RATE_TOO_LOW, SDM_AT_CHANCE);
      case TINY_BATCH_NORM -> Set.of(AT_CHANCE, TRAIN_EVAL_DISAGREE);
      case NON_FINITE -> Set.of(LOSS_SPIKES);
      case RATE_TOO_HIGH ->
          Set.of(
              NON_FINITE,
              LOSS_SPIKES,
              NORM_GROWING,
              AT_CHANCE,
              SDM_AT_CHANCE,
              SDM_DROWNS_CE,
              LOSSES_FIGHT,
              IGNORES_INPUT,
              NORM_UNEXPECTED,
              DEAD_FEATURES,
              COLLAPSED,
              RANK_COLLAPSED);
      case MODALITY_MISSING, TOO_FEW_PAIRABLE ->
          Set.of(EPOCH_SHORT, PAIRABLE_RATIO, FEW_VALID_ROWS, SDM_AT_CHANCE);
      case K_TOO_SMALL -> Set.of(PAIRABLE_RATIO, FEW_VALID_ROWS, SDM_AT_CHANCE);
      case PAIRABLE_RATIO -> Set.of(FEW_VALID_ROWS);
      case TEMPERATURE_TOO_LOW -> Set.of(SDM_DROWNS_CE, LOSSES_FIGHT, SDM_AT_CHANCE, AT_CHANCE);
      case SDM_FORMULA, TEMPERATURE_TOO_HIGH -> Set.of(SDM_AT_CHANCE);
      case DEAD_FEATURES ->
          Set.of(
              IGNORES_INPUT, COLLAPSED, RANK_COLLAPSED, NORM_UNEXPECTED, SDM_AT_CHANCE, AT_CHANCE);
      case RANK_COLLAPSED -> Set.of(NORM_UNEXPECTED);
      case COLLAPSED -> Set.of(RANK_COLLAPSED, NORM_UNEXPECTED, SDM_AT_CHANCE, AT_CHANCE);
      case EMPTY_COUNTED_REAL -> Set.of(INPUT_SCALE);
      default -> Set.of();
    };
  }
}
