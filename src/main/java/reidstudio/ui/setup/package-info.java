/**
 * What to train and on what: the data folder and the settings of the next run.
 *
 * <p>A setting is text under a dotted path until {@link reidstudio.config.RunConfigCodec} has read
 * it, so that the form, a configuration file and {@code --set} on the command line agree on what is
 * allowed.
 *
 * <p>Thread: JavaFX application thread. May import: {@code ui.common}, {@code config}, {@code
 * event}, {@code command}, {@code store}.
 */
package reidstudio.ui.setup;
