/**
 * How weights move: groups of parameters, learning-rate schedule, clipping, Adam.
 *
 * <p>Thread: the engine thread only; the schedule is pure maths. May import: {@code config}, {@code
 * tensor}, DJL.
 */
package reidstudio.optim;
