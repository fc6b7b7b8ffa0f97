/**
 * Captions to token numbers: {@link reidstudio.data.text.Tokenizer} with words of the training
 * captions, or with the vocabulary of a published CLIP text encoder.
 *
 * <p>Thread: any; nothing that a caller sees changes after construction. May import: {@code
 * config}, {@code data}, Jackson.
 */
package reidstudio.data.text;
