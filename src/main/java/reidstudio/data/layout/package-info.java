/**
 * One class for each public data set layout, and {@link reidstudio.data.layout.DatasetReader},
 * which finds the one that fits a folder. Directories are listed once and annotations are matched
 * against the listing ({@code WrittenPath}, {@code SafeListing}), so no path from a file ever
 * reaches the file system. Names of modalities are read by {@link reidstudio.data.Modality#of}.
 *
 * <p>Thread: the caller's; pictures are looked at in parallel. May import: {@code config}, {@code
 * data}, Jackson (annotation files), slf4j.
 */
package reidstudio.data.layout;
