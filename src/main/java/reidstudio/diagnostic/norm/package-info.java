/**
 * Are norms of features healthy? What batch normalisation predicts against what is there, what a
 * penalty on norms can reach, and features that are zero.
 *
 * <p>Thread: the engine thread, between two steps. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.norm;
