package reidstudio.data.audit;

import java.nio.file.Path;
import reidstudio.config.LayoutChoice;

/**
 * Where a data set lies and how it is to be read.
 *
 * @param folder that holds it
 * @param layout or {@link LayoutChoice#AUTO}
 * @param split 1 to 10, for layouts that have several
 */
public record DataPlace(Path folder, LayoutChoice layout, int split) {}
