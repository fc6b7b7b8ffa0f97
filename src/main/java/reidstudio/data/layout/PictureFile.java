package reidstudio.data.layout;

import java.nio.file.Path;
import reidstudio.data.Modality;

/**
 * A picture found on disk.
 *
 * @param identity name of the folder that it lies in, or who the layout says it is
 * @param file absolute path
 * @param name relative to the data folder, with forward slashes
 */
record PictureFile(Modality modality, String identity, Path file, String name) {}
