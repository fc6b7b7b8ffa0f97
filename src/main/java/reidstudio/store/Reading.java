package reidstudio.store;

/**
 * One exact point of a series.
 *
 * @param step optimizer step
 * @param epoch finished passes over the data, with fraction
 * @param seconds training time
 * @param value as measured, finite or not
 * @param smoothed the smoothed line there; NaN before the first finite value
 */
public record Reading(long step, double epoch, double seconds, double value, double smoothed) {}
