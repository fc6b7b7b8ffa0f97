/**
 * What is minimised: model and losses together, from a batch to one scalar and the terms that it is
 * made of. Training and diagnosis use the same code, so that a check looks at what is trained.
 *
 * <p>Thread: the engine thread only. Native memory: everything belongs to the manager of the batch.
 * May import: {@code config}, {@code event}, {@code data}, {@code batch}, {@code model}, {@code
 * loss}, DJL.
 */
package reidstudio.objective;
