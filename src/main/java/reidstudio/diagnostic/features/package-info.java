/**
 * What features can tell apart: whether they have collapsed to a point or to few dimensions,
 * whether they depend on the input at all, and how far the modalities lie apart.
 *
 * <p>Thread: the engine thread, between two steps. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.features;
