/**
 * Runs side by side: their metrics on linked charts, and where their settings differ.
 *
 * <p>Thread: JavaFX application thread; run folders are read by the executor that the view model is
 * given. May import: {@code ui.common}, {@code ui.chart}, {@code ui.curves}, {@code config}, {@code
 * event}, {@code store}.
 */
package reidstudio.ui.compare;
