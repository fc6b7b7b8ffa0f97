package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.TestSplit;

/** Makes a {@link TestSplit} of annotations and files; an entry counts whole or not at all. */
final class TestSplitBuilder {
  private final FolderIndex index;
  private final SkipLog log;
  private final List<TestList> lists = new ArrayList<>();

  /** By path as written: the settings repeat each up to 16 times. */
  private final Map<String, Optional<PictureFile>> found = new HashMap<>();

  /** By path as written, and by name on disk, which may be written in several ways. */
  private final Map<String, Item> items = new HashMap<>();

  TestSplitBuilder(
      FolderIndex index, SkipLog log, Map<String, List<TestAnnotations.Entry>> written) {
    this.index = index;
    this.log = log;
    written.forEach(
        (key, entries) -> TestList.of(key, entries).ifPresentOrElse(lists::add, () -> skip(key)));
  }

  private void skip(String key) {
    log.add(SkipReason.UNKNOWN_MODALITY, TestAnnotations.FILE + " " + key, "with its queries");
  }

  /** Every picture that the split names, to be looked at. */
  Collection<PictureFile> pictures() {
    Map<String, PictureFile> all = new TreeMap<>();
    lists.forEach(
        list ->
            list.visitPictures(
                (entry, path) -> onDisk(path).ifPresent(file -> all.put(file.name(), file))));
    return all.values();
  }

  /** Absent ones are reported when their entry is built. */
  private Optional<PictureFile> onDisk(String path) {
    return found.computeIfAbsent(path, this::look);
  }

  private Optional<PictureFile> look(String path) {
    try {
      return Optional.of(index.find(PicturePath.parse(path)));
    } catch (UnusableException e) {
      return Optional.empty();
    }
  }

  /**
   * Builds the split.
   *
   * @param faults pictures that cannot be used, by name
   * @param trainFolders identities that are trained on and so cannot be tested on
   */
  TestSplit build(Map<String, Skipped> faults, Set<String> trainFolders) {
    Set<String> trained = trained(trainFolders);
    List<TestSplit.Entry> gallery = new ArrayList<>();
    List<TestSplit.Setting> settings = new ArrayList<>();
    for (TestList list : lists) {
      List<TestSplit.Entry> entries = entries(list, faults, trained);
      if (list.isGallery()) {
        gallery.addAll(entries);
      } else {
        settings.add(new TestSplit.Setting(list.key(), list.modalities(), entries));
      }
    }
    return new TestSplit(gallery, settings);
  }

  /**
   * Test identities that are trained on, each reported once. Their numbers in the file need not be
   * folder numbers, so it goes by the folders that their pictures lie in.
   */
  private Set<String> trained(Set<String> trainFolders) {
    Map<String, String> folders = new TreeMap<>();
    for (TestList list : lists) {
      list.visitPictures(
          (entry, path) ->
              onDisk(path)
                  .map(PictureFile::identity)
                  .filter(trainFolders::contains)
                  .ifPresent(folder -> folders.put(entry.identity(), folder)));
    }
    folders.forEach(
        (identity, folder) ->
            log.add(SkipReason.SPLIT_OVERLAP, "test identity " + identity, "folder " + folder));
    return folders.keySet();
  }

  private List<TestSplit.Entry> entries(
      TestList list, Map<String, Skipped> faults, Set<String> trained) {
    List<TestSplit.Entry> entries = new ArrayList<>();
    for (TestAnnotations.Entry entry : list.entries()) {
      if (trained.contains(entry.identity())) {
        continue;
      }
      try {
        entries.add(new TestSplit.Entry(entry.identity(), shown(list, entry, faults)));
      } catch (UnusableException e) {
        log.add(e.skipped());
      }
    }
    return entries;
  }

  private List<Item> shown(TestList list, TestAnnotations.Entry entry, Map<String, Skipped> faults)
      throws UnusableException {
    List<Modality> modalities = list.modalities();
    if (entry.shown().size() != modalities.size()) {
      throw new UnusableException(
          SkipReason.MALFORMED_ENTRY,
          list.nameOf(entry),
          "shows %d items, not %d".formatted(entry.shown().size(), modalities.size()));
    }
    List<Item> shown = new ArrayList<>();
    for (int i = 0; i < modalities.size(); i++) {
      String written = entry.shown().get(i);
      shown.add(
          modalities.get(i).isImage()
              ? picture(written, modalities.get(i), faults)
              : caption(list.nameOf(entry), written));
    }
    return shown;
  }

  private Item picture(String written, Modality modality, Map<String, Skipped> faults)
      throws UnusableException {
    Item known = items.get(written);
    if (known != null && known.modality() == modality) {
      return known;
    }
    PicturePath path = PicturePath.parse(written);
    if (path.modality() != modality) {
      throw new UnusableException(
          SkipReason.MALFORMED_ENTRY, path.name(), "where " + modality.word() + " belongs");
    }
    PictureFile picture = index.find(path);
    Skipped fault = faults.get(picture.name());
    if (fault != null) {
      throw new UnusableException(fault);
    }
    Item item =
        items.computeIfAbsent(
            picture.name(),
            name -> new Item.Picture(Item.UNLABELLED, modality, picture.file(), name));
    items.put(written, item);
    return item;
  }

  private static Item caption(String name, String text) throws UnusableException {
    if (!CaptionText.saysSomething(text)) {
      throw new UnusableException(SkipReason.EMPTY_CAPTION, name, "");
    }
    return new Item.Caption(Item.UNLABELLED, text.strip(), name);
  }
}
