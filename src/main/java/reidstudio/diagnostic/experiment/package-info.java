/**
 * Experiments: questions that only trying answers. Some train the real model for a minute on a kept
 * copy of its state, which is put back and compared before the run goes on; others look at one
 * batch in several ways. None of them changes what the run does next, not by a bit.
 *
 * <p>Thread: the engine thread, between two updates. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.experiment;
