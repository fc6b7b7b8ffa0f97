package reidstudio.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.FeatureMap;
import reidstudio.event.QueryRankings;
import reidstudio.event.TestItems;

/**
 * The numbers of an evaluation as columns: {@code gallery.items}, {@code gallery.identities}; of
 * each setting {@code NAME.identities .items .matches .firstRanks .averagePrecisions .top}; {@code
 * map.x .y .items .identities}. Whatever is read is checked: lengths that belong together, and that
 * every number points at something.
 */
final class DetailColumns {
  ArrayFile write(EvaluationDetail detail) {
    ArrayFile file = new ArrayFile();
    file.put("gallery.items", detail.items().galleryItems());
    file.put("gallery.identities", detail.items().galleryIdentities());
    for (QueryRankings setting : detail.settings()) {
      String name = setting.setting();
      file.put(name + ".identities", setting.identities());
      file.put(name + ".items", setting.items());
      file.put(name + ".matches", setting.matches());
      file.put(name + ".firstRanks", setting.firstRanks());
      file.put(name + ".averagePrecisions", setting.averagePrecisions());
      file.put(name + ".top", setting.top());
    }
    file.put("map.x", detail.map().x());
    file.put("map.y", detail.map().y());
    file.put("map.items", detail.map().items());
    file.put("map.identities", detail.map().identities());
    return file;
  }

  /**
   * What {@link #write} wrote.
   *
   * @param settings their names
   * @throws IOException if anything is missing, or points at nothing
   */
  EvaluationDetail read(ArrayFile file, ItemsJson.Texts texts, List<String> settings)
      throws IOException {
    int items = texts.items().size();
    int people = texts.identities().size();
    int gallery = file.length("gallery.items");
    TestItems testItems =
        new TestItems(
            texts.dataFolder(),
            texts.identities(),
            texts.items(),
            within(file, "gallery.items", gallery, 0, items),
            within(file, "gallery.identities", gallery, 0, people));
    List<QueryRankings> rankings = new ArrayList<>();
    for (String name : settings) {
      rankings.add(setting(file, name, items, people, gallery));
    }
    int points = file.length("map.items");
    FeatureMap map =
        new FeatureMap(
            file.reals("map.x", points),
            file.reals("map.y", points),
            within(file, "map.items", points, 0, items),
            within(file, "map.identities", points, 0, people));
    return new EvaluationDetail(testItems, rankings, map);
  }

  private static QueryRankings setting(
      ArrayFile file, String name, int items, int people, int gallery) throws IOException {
    int queries = file.length(name + ".identities");
    long shown = (long) queries * name.split("\\+", -1).length;
    return new QueryRankings(
        name,
        within(file, name + ".identities", queries, 0, people),
        within(file, name + ".items", shown, 0, items),
        within(file, name + ".matches", queries, 0, gallery + 1),
        within(file, name + ".firstRanks", queries, 0, gallery + 1),
        file.reals(name + ".averagePrecisions", queries),
        within(file, name + ".top", (long) queries * QueryRankings.TOP, -1, gallery));
  }

  /** Numbers from {@code least} to less than {@code end}. */
  private static int[] within(ArrayFile file, String name, long length, int least, int end)
      throws IOException {
    int[] column = file.wholes(name, length);
    for (int number : column) {
      if (number < least || number >= end) {
        throw new IOException(
            "the column %s has %d, allowed are %d to %d".formatted(name, number, least, end - 1));
      }
    }
    return column;
  }
}
