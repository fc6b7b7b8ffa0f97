/**
 * The live charts: which quantity is drawn where, and what it is compared with.
 *
 * <p>Thread: JavaFX application thread; sources are read there and written elsewhere without locks.
 * May import: {@code ui.common}, {@code ui.chart}, {@code config}, {@code event}, {@code command},
 * {@code store}.
 */
package reidstudio.ui.curves;
