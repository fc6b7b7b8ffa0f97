package reidstudio.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A data folder in numbers.
 *
 * @param folder where it is
 * @param layout name of the layout that was recognised
 * @param foundBy why it was recognised, in words; may be empty
 * @param trainIdentities training identities C
 * @param testIdentities test identities; 0 where the folder has no test split
 * @param trainItems usable training items by modality name, in the field's order
 * @param pairableIdentities training identities with a visible and a non-visible item
 * @param skipped items that cannot be used
 * @param problems the first of them, each as one line
 */
public record DatasetSummary(
    Path folder,
    String layout,
    String foundBy,
    int trainIdentities,
    int testIdentities,
    Map<String, Integer> trainItems,
    int pairableIdentities,
    int skipped,
    List<String> problems) {
  /** Of a folder of which nobody asks why. */
  public DatasetSummary(
      Path folder,
      String layout,
      int trainIdentities,
      int testIdentities,
      Map<String, Integer> trainItems,
      int pairableIdentities,
      int skipped,
      List<String> problems) {
    this(
        folder,
        layout,
        "",
        trainIdentities,
        testIdentities,
        trainItems,
        pairableIdentities,
        skipped,
        problems);
  }
}
