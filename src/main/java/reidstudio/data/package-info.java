/**
 * Pictures, captions and whose they are: modality, item, label map, test split, and the report of
 * what had to be left out. Sub-packages read the public layouts, decode images, tokenize captions
 * and draw the demo set; this package imports none of them.
 *
 * <p>Thread: any; values are immutable once built, {@link reidstudio.data.SkipLog} is safe for many
 * threads. May import: {@code config}, an image library.
 */
package reidstudio.data;
