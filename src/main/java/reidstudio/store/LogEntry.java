package reidstudio.store;

import reidstudio.event.Severity;

/**
 * One line of a run's log.
 *
 * @param atMillis wall clock, milliseconds since 1970
 * @param severity how bad it is
 * @param text what happened
 * @param step the last step made before; 0 if none
 */
public record LogEntry(long atMillis, Severity severity, String text, long step) {}
