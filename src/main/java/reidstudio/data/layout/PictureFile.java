package reidstudio.data.layout;

import java.nio.file.Path;
import reidstudio.data.Modality;

/**
 * A picture found on disk.
 *
 * @param identity name of the folder that it lies in
 * @param file absolute path
 * @param name {@code MODALITY/IDENTITY/FILE}
 */
record PictureFile(Modality modality, String identity, Path file, String name) {}
