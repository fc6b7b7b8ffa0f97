package reidstudio.store.log;

/**
 * How much of a log was understood.
 *
 * @param lines lines that are not blank; of an event file its records
 * @param understood lines of a known form
 * @param notUnderstood lines of no known form; of an event file also damaged records
 * @param cut lines that were too long, or that the end of the file cut off
 */
public record LogCounts(long lines, long understood, long notUnderstood, long cut) {}
