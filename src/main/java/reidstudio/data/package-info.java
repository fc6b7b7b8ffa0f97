/**
 * Pictures, captions and whose they are: modality, item, identity index, and what had to be left
 * out. Sub-packages read the public layouts, decode images, tokenize captions and draw the demo
 * set.
 *
 * <p>Thread: any; values are immutable once built. May import: {@code config}, an image library.
 */
package reidstudio.data;
