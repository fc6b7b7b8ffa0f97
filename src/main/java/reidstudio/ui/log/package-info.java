/**
 * The log of the run in view.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, {@code store}.
 */
package reidstudio.ui.log;
