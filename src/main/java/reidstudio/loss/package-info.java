/**
 * The losses: pure functions from tensors and host labels to a scalar on the device and to plain
 * numbers about the rows it was built from.
 *
 * <p>A loss has no state, no parameters and no manager of its own: what it makes belongs to the
 * manager of its inputs and dies with it. It computes in float32, reads nothing back from the
 * device, and hides nothing: a NaN in a feature is a NaN in the loss.
 *
 * <p>Thread: the engine's. May import: {@code config}, {@code event} (for {@code ZeroReason}),
 * {@code tensor}, DJL.
 */
package reidstudio.loss;
