/**
 * The bar that starts, pauses, resumes and stops a run and says how far it is.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, {@code store}.
 */
package reidstudio.ui.run;
