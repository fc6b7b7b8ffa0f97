/**
 * By whose rules a gallery is searched: which pictures are drawn into it, how often, which of them
 * a query may not see, and what the CMC curve counts. Plain arrays, as in {@code metric}.
 *
 * <p>Thread: any, one ranking per thread. May import: {@code metric}.
 */
package reidstudio.metric.protocol;
