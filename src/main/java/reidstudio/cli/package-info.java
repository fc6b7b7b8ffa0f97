/**
 * The program without its window: one class for each verb, over the same commands, events and run
 * folders that the window uses. {@link reidstudio.cli.StudioCommand} is the root.
 *
 * <p>A verb turns options into an {@code Outcome}; {@code VerbRunner} prints it, as one JSON
 * document or as text, and turns whatever went wrong into sentences and an exit code. Standard
 * output carries results only; progress and complaints go to standard error.
 *
 * <p>Thread: the main thread, and the shutdown hook of an interrupted process. May import: {@code
 * config}, {@code event}, {@code command}, {@code store}, {@code data}, entry points of {@code
 * engine}, Jackson, picocli, slf4j.
 */
package reidstudio.cli;
