/**
 * Picture files to pixels of one size, and pixels to the numbers that a model sees. {@code
 * BaselineJpeg} reads what cameras write; {@code AnyPicture} reads the rest with ImageIO and knows
 * what is wrong with a file. AWT and ImageIO are used here and in {@code data.demo} only, and only
 * their headless parts.
 *
 * <p>Thread: any, many at once. May import: {@code config}, {@code data}, {@code javax.imageio},
 * {@code java.awt.image}.
 */
package reidstudio.data.image;
