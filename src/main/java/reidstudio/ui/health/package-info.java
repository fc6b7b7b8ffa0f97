/**
 * Diagnosis: why the cross-entropy does not fall, why SDM finds no pairs.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, {@code store}.
 */
package reidstudio.ui.health;
