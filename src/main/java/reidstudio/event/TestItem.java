package reidstudio.event;

import java.util.Objects;

/**
 * Something that shows a person whom a model was not trained with.
 *
 * @param modality {@code vis}, {@code nir}, {@code cp}, {@code sk} or {@code text}
 * @param picture path relative to the data folder, with slashes; of a caption where it stands
 * @param caption the text; empty for a picture
 */
public record TestItem(String modality, String picture, String caption) {
  public TestItem {
    Objects.requireNonNull(modality, "modality");
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(caption, "caption");
  }

  /** Whether it is a text. */
  public boolean isCaption() {
    return !caption.isEmpty();
  }
}
