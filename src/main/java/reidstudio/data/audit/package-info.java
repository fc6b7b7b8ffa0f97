/**
 * What can be told of a data set without training on it: counts of each split, pictures that cannot
 * be decoded or are there twice, captions that tell nobody apart, how identities become labels.
 * {@link reidstudio.data.audit.DatasetVerifier} is the one entry, for the command line and the
 * window alike.
 *
 * <p>Thread: the caller's; files are read in parallel. May import: {@code config}, {@code data}.
 */
package reidstudio.data.audit;
