/**
 * One batch row by row: which item became of the plan, who finds a positive, and what model and
 * losses make of each row. Sums up to what training reports of the same batch.
 *
 * <p>Thread: the engine thread, between two steps, for what needs the model; any for the rest.
 * Native memory: one manager for each measurement, closed with it. May import what {@code
 * diagnostic} may.
 */
package reidstudio.diagnostic.inspection;
