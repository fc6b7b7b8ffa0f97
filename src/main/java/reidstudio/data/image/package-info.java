/**
 * Picture files to pixels of one size, and pixels to the numbers that a model sees. AWT and ImageIO
 * are used here and nowhere else, and only their headless parts.
 *
 * <p>Thread: any, many at once. May import: {@code config}, {@code data}, {@code javax.imageio},
 * {@code java.awt.image}.
 */
package reidstudio.data.image;
