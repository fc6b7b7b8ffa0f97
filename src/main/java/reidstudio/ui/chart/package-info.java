/**
 * The live chart kit: traces of {@code double} against {@code double}, and nothing about metrics.
 *
 * <p>Data is pulled: a {@link reidstudio.ui.chart.TraceSource} says when it changed and hands out
 * immutable snapshots, so a writer on another thread never waits for the window. A chart asks a
 * snapshot for the minimum and maximum of each pixel column; no frame touches every point.
 *
 * <p>Thread: JavaFX application thread, except {@code MinMaxPyramid.append} and {@code ChartBench}.
 * May import: {@code java.*}, JavaFX, {@code ui.common}. {@code java.awt} and {@code javax.imageio}
 * only in {@code PngWriter}.
 */
package reidstudio.ui.chart;
