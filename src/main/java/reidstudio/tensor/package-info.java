/**
 * The operator pack: what DJL's operator set lacks (attention, fused optimizer, gradient norms),
 * written as TorchScript text, and the parameter that models are made of.
 *
 * <p>Thread: the engine thread only. Native memory: results belong to the manager of the first
 * input. May import: DJL.
 */
package reidstudio.tensor;
