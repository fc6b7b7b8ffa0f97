package reidstudio.data.audit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.TestSplit;

/**
 * A picture with whose it is. A file that is in gallery and queries is there once.
 *
 * @param identity as the data set writes it
 * @param isTraining whether it is in the training split
 * @param file absolute path
 * @param name path relative to the data folder
 */
public record AuditedPicture(String identity, boolean isTraining, Path file, String name) {
  static List<AuditedPicture> of(Dataset dataset) {
    Map<Path, AuditedPicture> pictures = new LinkedHashMap<>();
    for (Item item : dataset.trainItems()) {
      add(pictures, dataset.labels().identity(item.label()), true, item);
    }
    dataset
        .test()
        .entries()
        .filter(entry -> entry.role() == TestSplit.Role.PERSON)
        .forEach(
            entry -> entry.items().forEach(item -> add(pictures, entry.identity(), false, item)));
    return List.copyOf(pictures.values());
  }

  private static void add(
      Map<Path, AuditedPicture> pictures, String identity, boolean isTraining, Item item) {
    if (item instanceof Item.Picture picture) {
      pictures.putIfAbsent(
          picture.file(), new AuditedPicture(identity, isTraining, picture.file(), picture.name()));
    }
  }
}
