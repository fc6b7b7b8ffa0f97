package reidstudio.sampler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/** Item lists for tests. */
public final class People {
  private People() {}

  /**
   * One word for each person, one letter for each item: {@code v n c s t}; the label is the word's
   * place.
   */
  public static List<Item> of(String... words) {
    List<Item> items = new ArrayList<>();
    for (int label = 0; label < words.length; label++) {
      for (int i = 0; i < words[label].length(); i++) {
        items.add(item(label, words[label].charAt(i), label + "/" + i));
      }
    }
    return items;
  }

  /** The same items in another order. */
  public static List<Item> permuted(List<Item> items, long seed) {
    List<Item> other = new ArrayList<>(items);
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  /** {@code people} people with the same items. */
  public static List<Item> alike(int people, String word) {
    return of(Collections.nCopies(people, word).toArray(String[]::new));
  }

  private static Item item(int label, char letter, String name) {
    Modality modality =
        switch (letter) {
          case 'v' -> Modality.VIS;
          case 'n' -> Modality.NIR;
          case 'c' -> Modality.CP;
          case 's' -> Modality.SK;
          default -> Modality.TEXT;
        };
    return modality.isImage()
        ? new Item.Picture(label, modality, Path.of("none"), name)
        : new Item.Caption(label, "somebody", name);
  }
}
