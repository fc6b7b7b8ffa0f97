/**
 * The operator pack: what DJL's operator set lacks (attention, fused optimizer, gradient norms),
 * written as TorchScript text, the parameter that models are made of, and safetensors files.
 *
 * <p>Thread: the engine thread only. Native memory: results belong to the manager of the first
 * input. May import: DJL, Jackson (the header of a safetensors file is JSON).
 */
package reidstudio.tensor;
