package reidstudio.event;

/**
 * All that an evaluation leaves behind beside its scores.
 *
 * @param curves kept of each evaluation
 * @param detail kept of the last one and of the best one
 */
public record EvaluationRecord(EvaluationCurves curves, EvaluationDetail detail) {}
