/**
 * What happens in a run, as plain immutable values: the language in which the engine tells and the
 * store, the rules and the window listen.
 *
 * <p>Thread: any. Events are published by the engine thread and must never carry a tensor or a
 * node. May import: {@code config}.
 */
package reidstudio.event;
