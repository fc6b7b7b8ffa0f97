package reidstudio.event;

import java.util.List;
import java.util.Optional;

/**
 * Something that happened. Consumers implement {@link Handler}, so that a new kind of event does
 * not compile until each of them has decided what to do with it.
 */
public sealed interface TrainingEvent {
  /** Name of the run's folder; empty for events outside any run. */
  String run();

  /** Wall clock, milliseconds since 1970. */
  long atMillis();

  /** Calls the method of {@code handler} that belongs to this event. */
  <R> R accept(Handler<R> handler);

  /** Data and model stand; steps will follow. */
  record RunStarted(String run, long atMillis, RunFacts facts) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.runStarted(this);
    }
  }

  /**
   * A run that had ended goes on after {@code step}. What was told of later steps before this event
   * is no part of the run any more.
   */
  record RunResumed(String run, long atMillis, long step) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.runResumed(this);
    }
  }

  /** One optimizer step. */
  record StepCompleted(String run, long atMillis, StepMetrics metrics) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.stepCompleted(this);
    }
  }

  /** The run's state changed; {@code reason} is empty unless there is something to say. */
  record StateChanged(String run, long atMillis, RunState state, String reason)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.stateChanged(this);
    }
  }

  /** A step gave a value that is not finite; it was not applied. */
  record NonFiniteStep(String run, long atMillis, long step, String culprit, List<String> items)
      implements TrainingEvent {
    public NonFiniteStep {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.nonFiniteStep(this);
    }
  }

  /** All that the live rules have to say of the run as it stands after {@code step}. */
  record HealthChanged(String run, long atMillis, long step, List<Finding> findings)
      implements TrainingEvent {
    public HealthChanged {
      findings = List.copyOf(findings);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.healthChanged(this);
    }
  }

  /**
   * The model was judged on people that it was not trained with.
   *
   * @param record what belongs beside the scores; empty where it is not known, or is on disk
   */
  record Evaluated(
      String run, long atMillis, Evaluation evaluation, Optional<EvaluationRecord> record)
      implements TrainingEvent {
    /** The scores alone. */
    public Evaluated(String run, long atMillis, Evaluation evaluation) {
      this(run, atMillis, evaluation, Optional.empty());
    }

    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.evaluated(this);
    }
  }

  /** An evaluation moved on; {@code fraction} from 0 to 1. */
  record EvaluationProgressed(String run, long atMillis, double fraction) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.evaluationProgressed(this);
    }
  }

  /**
   * An evaluation is over, however it went.
   *
   * @param failure one sentence that says why there is no result; empty if there is one
   */
  record EvaluationEnded(String run, long atMillis, String failure) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.evaluationEnded(this);
    }
  }

  /** What is known of a run that another program made; replaces what was known before. */
  record RunProfiled(String run, long atMillis, RunProfile profile) implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.runProfiled(this);
    }
  }

  /** A message for the run's log. */
  record LogLine(String run, long atMillis, Severity severity, String text)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.logLine(this);
    }
  }

  /** A diagnosis moved on; {@code fraction} from 0 to 1, {@code doing} names the current check. */
  record DiagnosisProgressed(
      String run, long atMillis, CheckKind check, double fraction, String doing)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.diagnosisProgressed(this);
    }
  }

  /** A diagnosis could not be made. */
  record DiagnosisFailed(String run, long atMillis, CheckKind check, String reason)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.diagnosisFailed(this);
    }
  }

  /** A diagnosis ended with findings. */
  record DiagnosisFinished(String run, long atMillis, DiagnosisReport report)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.diagnosisFinished(this);
    }
  }

  /**
   * A batch was looked into, or could not be.
   *
   * @param step that was asked for
   * @param found empty if it could not be
   * @param failure one sentence that says why; empty if it could
   */
  record BatchInspected(
      String run, long atMillis, long step, Optional<BatchInspection> found, String failure)
      implements TrainingEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
      return handler.batchInspected(this);
    }
  }

  /** One method for each event. */
  interface Handler<R> {
    R runStarted(RunStarted event);

    R runResumed(RunResumed event);

    R stepCompleted(StepCompleted event);

    R stateChanged(StateChanged event);

    R nonFiniteStep(NonFiniteStep event);

    R healthChanged(HealthChanged event);

    R evaluated(Evaluated event);

    R evaluationProgressed(EvaluationProgressed event);

    R evaluationEnded(EvaluationEnded event);

    R runProfiled(RunProfiled event);

    R logLine(LogLine event);

    R diagnosisProgressed(DiagnosisProgressed event);

    R diagnosisFailed(DiagnosisFailed event);

    R diagnosisFinished(DiagnosisFinished event);

    R batchInspected(BatchInspected event);
  }
}
