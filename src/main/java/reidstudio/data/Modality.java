package reidstudio.data;

import java.util.Locale;
import java.util.Optional;

/** The five ways in which a person is shown; the order is the field's. */
public enum Modality {
  /** Visible-light photo, the only modality of the gallery. */
  VIS,
  /** Near-infrared photo. */
  NIR,
  /** Coloured-pencil drawing. */
  CP,
  /** Pencil sketch. */
  SK,
  /** Caption. */
  TEXT;

  /** Folder and key name: {@code vis}, {@code nir}, {@code cp}, {@code sk}, {@code text}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether items are pictures. */
  public boolean isImage() {
    return this != TEXT;
  }

  /** The modality that a name met in folders, files or logs means. */
  public static Optional<Modality> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "vis", "rgb", "visible", "v" -> Optional.of(VIS);
      case "nir", "ir", "infrared", "thermal" -> Optional.of(NIR);
      case "cp", "cpencil", "colorpencil", "coloredpencil" -> Optional.of(CP);
      case "sk", "sketch" -> Optional.of(SK);
      case "text", "txt", "caption" -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }
}
