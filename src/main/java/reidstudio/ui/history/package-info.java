/**
 * Stored runs: what there is, and opening one to read.
 *
 * <p>Thread: JavaFX application thread; folders are read by the executor that the view model is
 * given. May import: {@code ui.common}, {@code config}, {@code event}, {@code command}, {@code
 * store}.
 */
package reidstudio.ui.history;
