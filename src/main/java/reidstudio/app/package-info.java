/**
 * Puts the program together by constructors, and takes it apart in the right order: engine first,
 * then store, then window.
 *
 * <p>Thread: main and the FX thread. May import everything; only {@code Main} imports it.
 */
package reidstudio.app;
