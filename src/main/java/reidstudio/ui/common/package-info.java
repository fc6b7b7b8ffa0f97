/**
 * What all screens share: the one hop to the JavaFX thread, texts in the user's language, themes,
 * notices, and which run the window shows.
 *
 * <p>Thread: JavaFX application thread, except {@link reidstudio.ui.common.FxPump#execute}. May
 * import: JavaFX, ControlsFX, AtlantaFX, Ikonli, {@code config}, {@code event}, {@code command},
 * {@code store}.
 */
package reidstudio.ui.common;
