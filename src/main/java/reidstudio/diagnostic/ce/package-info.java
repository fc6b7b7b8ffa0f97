/**
 * Why does the cross-entropy not fall? Labels, classifier, gradients, balance of the losses and
 * whether the learning rate can get anywhere in the steps that are planned.
 *
 * <p>Thread: the engine thread, between two steps. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.ce;
