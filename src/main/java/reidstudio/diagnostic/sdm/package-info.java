/**
 * Does SDM compute what it should, and does its temperature let it learn? The same numbers by plain
 * loops over doubles stand beside those of the tensors.
 *
 * <p>Thread: the engine thread, between two steps. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.sdm;
