package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.List;
import reidstudio.data.Item;

/**
 * A training identity with what can be used of it.
 *
 * @param name its folder
 * @param pictures by modality, then name
 * @param captions in the order of the pictures that they describe
 */
record Identity(String name, List<PictureFile> pictures, List<Caption> captions) {
  /**
   * @param name of the picture that it describes
   */
  record Caption(String name, String text) {}

  /** The items, once it is known which label the identity gets. */
  List<Item> items(int label) {
    List<Item> items = new ArrayList<>();
    for (PictureFile picture : pictures) {
      items.add(new Item.Picture(label, picture.modality(), picture.file(), picture.name()));
    }
    for (Caption caption : captions) {
      items.add(new Item.Caption(label, caption.text(), caption.name()));
    }
    return items;
  }
}
