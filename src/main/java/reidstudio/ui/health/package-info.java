/**
 * Diagnosis: what the live rules say of the run in view, answers to questions such as why the
 * cross-entropy does not fall, and the one change of a finding that can be tried in a new run.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, {@code store}.
 */
package reidstudio.ui.health;
