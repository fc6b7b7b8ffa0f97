/**
 * Why a run is stuck: groups of checks on the real data, sampler, model and optimizer. A check
 * measures, compares with what a healthy run has, and says what to change; it repairs nothing and
 * leaves weights, moments and running statistics as they were.
 *
 * <p>Thread: the engine thread, between two steps. May import: {@code config event data sampler
 * batch model loss objective optim tensor metric}, DJL.
 */
package reidstudio.diagnostic;
