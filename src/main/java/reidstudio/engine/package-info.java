/**
 * Training: one thread, one page of loop, one step; and the host that takes commands between steps.
 *
 * <p>Threads: {@code EngineHost} owns the engine thread; all tensors live and die on it. Commands
 * may come from any thread. Native memory: one manager for each step, closed on every path. May
 * import: everything except {@code app}, {@code ui}, {@code cli}; never JavaFX.
 */
package reidstudio.engine;
