package reidstudio.engine;

import ai.djl.engine.EngineException;
import java.util.Optional;
import java.util.OptionalDouble;
import reidstudio.config.RunConfig;
import reidstudio.event.Evaluation;
import reidstudio.event.TrainingEvent.Evaluated;

/**
 * Judges the model between two epochs and tells what came of it. It leaves no trace in what is
 * trained: running statistics, random sequences and the clock of training stay as they are.
 */
final class EpochEvaluation {

  private final TrainingSession session;
  private final RunGate gate;
  private final RunLog log;

  EpochEvaluation(TrainingSession session, RunGate gate, RunLog log) {
    this.session = session;
    this.gate = gate;
    this.log = log;
  }

  /**
   * What came of it.
   *
   * @param left whether the gate said leave meanwhile
   * @param meanAveragePrecision over all settings; empty if none is known
   */
  record Judgement(boolean left, OptionalDouble meanAveragePrecision) {
    static final Judgement NONE = new Judgement(false, OptionalDouble.empty());
  }

  /**
   * Judges the model at {@code position}, before the first batch of an epoch, if that is wanted.
   */
  Judgement at(Position position) throws InterruptedException {
    RunConfig config = session.config();
    int epoch = position.epoch() - 1;
    if (!config.evaluation().follows(epoch, config.epochs()) || !session.task().isPossible()) {
      return Judgement.NONE;
    }
    EvaluationLog telling = new EvaluationLog(log, "Evaluation after epoch " + epoch, () -> {});
    try {
      Optional<EvaluationResult> result =
          session.evaluator((set, name, feature) -> {}).run(share -> proceed(telling, share));
      if (result.isEmpty()) {
        log.info("The evaluation after epoch " + epoch + " was broken off.");
        telling.failed("Cancelled.");
        return new Judgement(true, OptionalDouble.empty());
      }
      Evaluation evaluation = result.get().evaluation(position.step(), epoch);
      log.publish(
          new Evaluated(log.run(), log.now(), evaluation, Optional.of(result.get().record())));
      telling.scored(evaluation, result.get().conduct(), result.get().warnings());
      return new Judgement(false, evaluation.meanAveragePrecision());
    } catch (EvaluationException e) {
      log.warning(e.getMessage() + " Training goes on.");
      telling.failed(e.getMessage());
    } catch (EngineException e) {
      if (new MemoryShortage(config).sentence(e).isEmpty()) {
        throw e;
      }
      String sentence =
          "Memory ran out in the evaluation after epoch %d; lower evaluation.batchSize from %d."
              .formatted(epoch, config.evaluation().batchSize());
      log.warning(sentence + " Training goes on.");
      telling.failed(sentence);
    }
    return Judgement.NONE;
  }

  private boolean proceed(EvaluationLog telling, double share) throws InterruptedException {
    telling.progressed(share);
    return gate.proceed();
  }
}
