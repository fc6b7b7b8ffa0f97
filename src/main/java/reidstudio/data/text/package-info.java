/**
 * Captions to token numbers.
 *
 * <p>Thread: any; nothing changes after construction. May import: {@code config}, {@code data}.
 */
package reidstudio.data.text;
