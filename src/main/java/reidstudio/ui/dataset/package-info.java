/**
 * What a data folder holds and whether it can be trained on: counts, everything that speaks against
 * it, and the pictures of one identity across its modalities.
 *
 * <p>{@link reidstudio.data.audit.DatasetVerifier} does the work on the executor for input and
 * output; what it found is plain values, so they are shown as they are.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, the values of {@code data} and {@code data.audit}; no reader and no
 * decoder.
 */
package reidstudio.ui.dataset;
