package reidstudio.event;

import java.util.Objects;

/**
 * An item that was planned for a batch, and what became of it.
 *
 * @param identity as the data folder calls the person
 * @param modality {@code vis}, {@code nir}, {@code cp}, {@code sk} or {@code text}
 * @param picture path relative to the data folder; of a caption the picture that it describes
 * @param caption the text; empty for a picture
 * @param fate whether it is a row
 * @param reason why it could not be read; empty if that is not its fate
 * @param row its number in the batch; -1 without one
 * @param positives rows of the other side, visible or not, that show the same person; 0 without a
 *     row
 */
public record BatchItem(
    String identity,
    String modality,
    String picture,
    String caption,
    ItemFate fate,
    String reason,
    int row,
    int positives) {
  public BatchItem {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(modality, "modality");
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(reason, "reason");
  }

  /** Whether it is a text. */
  public boolean isCaption() {
    return modality.equals("text");
  }

  /** Whether it is a visible photo: one of the gallery's side. */
  public boolean isVisible() {
    return modality.equals("vis");
  }

  /** Whether it is a row that no loss can match with anything. */
  public boolean isAlone() {
    return fate == ItemFate.ROW && positives == 0;
  }
}
