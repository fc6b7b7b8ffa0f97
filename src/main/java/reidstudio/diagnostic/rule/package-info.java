/**
 * Suspicions over plain numbers: the same rules watch a live run, a stored one and the log of
 * another program. A rule keeps what it needs of the steps it was told of, in constant time a step,
 * and says at any moment what it thinks.
 *
 * <p>Thread: whoever tells of the steps, one at a time. May import: {@code config event metric
 * diagnostic.finding}; no tensor, no file.
 */
package reidstudio.diagnostic.rule;
