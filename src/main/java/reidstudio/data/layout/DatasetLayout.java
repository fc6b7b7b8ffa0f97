package reidstudio.data.layout;

import java.nio.file.Path;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/** How one public data set lies on disk. */
public interface DatasetLayout {
  /** The data set's name. */
  String name();

  /** The file or folder by which {@link #recognises} knows it, for messages. */
  String mark();

  /** Whether {@code folder}, an existing folder, has the mark. */
  boolean recognises(Path folder);

  /**
   * Reads all of it. What cannot be used is counted in the data set's report and left out.
   *
   * @throws DatasetException if nothing can be used
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  Dataset read(Path folder, ProgressListener progress) throws DatasetException;
}
