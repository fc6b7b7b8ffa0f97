/**
 * The window itself: menu, pages, keys, and what happens when it is closed.
 *
 * <p>{@link reidstudio.ui.shell.StudioWindow} is the one entry; it is built from the interfaces of
 * {@link reidstudio.ui.shell.StudioPorts} and knows no engine.
 *
 * <p>Thread: JavaFX application thread. May import: the other {@code ui} packages, {@code config},
 * {@code event}, {@code command}, {@code store}.
 */
package reidstudio.ui.shell;
