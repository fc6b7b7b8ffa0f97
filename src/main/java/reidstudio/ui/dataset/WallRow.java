package reidstudio.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.audit.IdentityItems;

/** A row of the picture wall. */
sealed interface WallRow {
  /** A modality and how many pictures of it follow. */
  record Heading(Modality modality, int pictures) implements WallRow {}

  /**
   * As many pictures as are beside each other.
   *
   * @param first number of the first one among all of the person
   */
  record Strip(int first, List<Item.Picture> pictures) implements WallRow {
    public Strip {
      pictures = List.copyOf(pictures);
    }
  }

  /** The pictures of {@code person} in the order of the wall. */
  static List<Item.Picture> pictures(IdentityItems person) {
    return person.items().stream()
        .filter(Item.Picture.class::isInstance)
        .map(Item.Picture.class::cast)
        .toList();
  }

  /** Rows of up to {@code columns} pictures, each modality under its heading. */
  static List<WallRow> of(IdentityItems person, int columns) {
    List<Item.Picture> pictures = pictures(person);
    List<WallRow> rows = new ArrayList<>();
    int at = 0;
    while (at < pictures.size()) {
      Modality modality = pictures.get(at).modality();
      int end = at + person.count(modality);
      rows.add(new Heading(modality, end - at));
      for (int from = at; from < end; from += columns) {
        rows.add(new Strip(from, pictures.subList(from, Math.min(end, from + columns))));
      }
      at = end;
    }
    return rows;
  }
}
