package reidstudio.data;

import java.nio.file.Path;
import java.util.Objects;

/** One picture or caption of one identity. */
public sealed interface Item {
  /** The label of items that no loss may see: those of the test split. */
  int UNLABELLED = -1;

  /** Dense label 0 to C-1, or {@link #UNLABELLED}. */
  int label();

  /** What kind of showing it is. */
  Modality modality();

  /** What to call it in a report. */
  String name();

  /**
   * A picture on disk.
   *
   * @param file absolute path
   * @param name path relative to the data folder
   */
  record Picture(int label, Modality modality, Path file, String name) implements Item {
    public Picture {
      if (!modality.isImage()) {
        throw new IllegalArgumentException("a picture cannot have modality " + modality);
      }
    }
  }

  /**
   * A caption.
   *
   * @param text not blank
   * @param name the picture that it describes
   */
  record Caption(int label, String text, String name) implements Item {
    public Caption {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public Modality modality() {
      return Modality.TEXT;
    }
  }
}
