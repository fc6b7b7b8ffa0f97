/**
 * Training logs of other programs, as the events of a run: each program's lines are read by a
 * format of its own into facts, which are the same for all, and facts are put together to steps,
 * evaluations and what is known of the run.
 *
 * <p>Thread: whoever reads; a {@link reidstudio.store.log.LogFollower} has one of its own. May
 * import: {@code config}, {@code event}, slf4j. A log is only read, never run or written.
 */
package reidstudio.store.log;
