package reidstudio.event;

import java.util.List;

/**
 * What an evaluation was made with.
 *
 * @param dataFolder absolute path of the folder that the pictures lie in
 * @param identities raw identity of each number
 * @param items all pictures and captions, by number
 * @param galleryItems number of each gallery picture, [M]
 * @param galleryIdentities number of who is on each, [M]
 */
public record TestItems(
    String dataFolder,
    List<String> identities,
    List<TestItem> items,
    int[] galleryItems,
    int[] galleryIdentities) {
  public TestItems {
    identities = List.copyOf(identities);
    items = List.copyOf(items);
  }

  /** Gallery pictures M. */
  public int gallery() {
    return galleryItems.length;
  }

  /** The picture in place {@code index} of the gallery. */
  public TestItem galleryItem(int index) {
    return items.get(galleryItems[index]);
  }
}
