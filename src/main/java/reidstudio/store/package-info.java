/**
 * Where the numbers of a run live: in memory as {@link reidstudio.store.RunTrace}, on disk as a run
 * folder of append-only files, and back again.
 *
 * <p>Thread: {@link reidstudio.store.RunStore} owns one thread, the only writer of live traces and
 * of files. Traces and series may be read from any thread without blocking it. May import: {@code
 * config}, {@code event}, Jackson, slf4j.
 */
package reidstudio.store;
