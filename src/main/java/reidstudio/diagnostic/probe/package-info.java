/**
 * Measuring on a frozen batch: what the model makes of it, read into ordinary memory, and gradients
 * of single losses. The model is left as it was.
 *
 * <p>Thread: the engine thread, between two steps. Native memory: one manager for each measurement,
 * closed with it. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.probe;
