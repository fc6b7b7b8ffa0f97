/**
 * Faults of the data that training cannot show: pictures that are none, numbers of another scale
 * than the model expects, modalities that are rare, and people or files that are in both splits.
 *
 * <p>Thread: the engine thread, between two steps. Reads a bounded number of files of the data set
 * and no others. May import what {@code diagnostic} may.
 */
package reidstudio.diagnostic.data;
