/**
 * The demo data set: people drawn by the program in five modalities, on disk in the ORBench layout,
 * so that every screen and every check can be tried without downloading anything.
 *
 * <p>{@link reidstudio.data.demo.DemoDataset} is the entrance. An {@code Appearance} is one
 * identity; a {@code Figure} turns it and a pose into shapes; four painters turn the shapes into a
 * photo, an infrared photo, a sketch and a coloured-pencil drawing. Runs on the calling thread and
 * a bounded pool of its own. Imports {@code java.awt} (images only, no window, no font) and Jackson
 * for the annotation files.
 */
package reidstudio.data.demo;
