/**
 * The batch inspector: any step's batch as rows of people by columns of modalities, with what was
 * left out and who finds no positive, the losses of single rows, and the similarity matrix.
 *
 * <p>The engine answers a command with an event of plain numbers; pictures are read by {@link
 * reidstudio.ui.common.Pictures} in the background.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code ui.chart}, {@code
 * config}, {@code event}, {@code command}, {@code store}.
 */
package reidstudio.ui.batch;
