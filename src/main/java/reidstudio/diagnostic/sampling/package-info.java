/**
 * Why does SDM find no pairs? What the data offers, what the sampler makes of it over many batches,
 * what the loader leaves of its plans, and how the other samplers would do on the same data.
 *
 * <p>Thread: the engine thread, between two steps; plain numbers only. May import what {@code
 * diagnostic} may.
 */
package reidstudio.diagnostic.sampling;
