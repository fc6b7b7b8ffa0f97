package reidstudio.data.layout;

import java.util.List;
import reidstudio.data.TestSplit;

/** A gallery picture or a query, before it is known whether it can be used. */
record Sighting(String identity, int camera, TestSplit.Role role, List<Shown> shown) {
  Sighting {
    shown = List.copyOf(shown);
  }

  /** A picture of a person. */
  static Sighting of(PictureFile picture, int camera) {
    return new Sighting(
        picture.identity(), camera, TestSplit.Role.PERSON, List.of(new Shown.Photo(picture)));
  }

  /** What somebody is shown by, where cameras do not matter. */
  static Sighting of(String identity, List<Shown> shown) {
    return new Sighting(identity, TestSplit.Entry.NO_CAMERA, TestSplit.Role.PERSON, shown);
  }
}
