/**
 * How well a run finds people it was not trained with: scores and curves of its evaluations, a
 * comparison of two, the rankings query by query with their pictures, and a map of features.
 *
 * <p>Thread: JavaFX application thread; files are read on the executor for input and output. May
 * import: {@code ui.common}, {@code ui.chart}, {@code ui.curves} and {@code ui.history} for what
 * they share, {@code config}, {@code event}, {@code command}, {@code store}, JavaFX and its
 * libraries.
 */
package reidstudio.ui.retrieval;
