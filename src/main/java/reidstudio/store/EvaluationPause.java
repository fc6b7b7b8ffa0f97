package reidstudio.store;

/**
 * When a run that was training looked for people it is not trained with. That is no training time,
 * so the axis of time stands still meanwhile.
 *
 * @param fromMillis wall clock, milliseconds since 1970
 * @param toMillis wall clock, milliseconds since 1970
 * @param seconds training time, before and after
 */
public record EvaluationPause(long fromMillis, long toMillis, double seconds) {}
