/**
 * Encoders, fusion, neck and classifier: what turns pictures and captions into one feature each.
 *
 * <p>Thread: the engine thread only. Native memory: parameters live as long as the model; every
 * other array belongs to the manager of the input. May import: {@code config}, {@code data} for
 * {@code Modality}, {@code tensor}, DJL.
 */
package reidstudio.model;
