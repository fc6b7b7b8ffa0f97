/**
 * What a user may ask of the engine. A command returns no data: it is accepted or refused at once,
 * and what it brings about is told by events. Long reads of data folders answer with futures.
 *
 * <p>Thread: any caller. May import: {@code config}, {@code event}.
 */
package reidstudio.command;
