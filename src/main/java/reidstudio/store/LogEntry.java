package reidstudio.store;

import reidstudio.event.Severity;

/**
 * One line of a run's log.
 *
 * @param atMillis wall clock, milliseconds since 1970
 * @param severity how bad it is
 * @param text what happened
 */
public record LogEntry(long atMillis, Severity severity, String text) {}
