/**
 * What can be told of a data set without training on it: counts of each split, pictures that are
 * there twice, captions that tell nobody apart.
 *
 * <p>Thread: the caller's; files are read in parallel. May import: {@code data}.
 */
package reidstudio.data.audit;
