package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.Skipped;
import reidstudio.data.TestSplit;

/**
 * A data set while a layout's reader gathers it. The reader tells what is whose; here every picture
 * is looked at, labels are given out, and people of both splits are taken out of the test.
 */
final class DatasetDraft {
  private final Path folder;
  private final Path root;
  private final SkipLog log = new SkipLog();
  private final TrainDraft train = new TrainDraft(log);
  private final TestDraft test = new TestDraft(log);

  /**
   * Starts one.
   *
   * @throws DatasetException if {@code folder} cannot be opened
   */
  DatasetDraft(Path folder) throws DatasetException {
    this.folder = folder;
    try {
      this.root = folder.toRealPath();
    } catch (IOException e) {
      throw new DatasetException(
          "%s cannot be read (%s); check that you may open it.".formatted(folder, e), e);
    }
  }

  /** The data folder's real path. */
  Path root() {
    return root;
  }

  SkipLog log() {
    return log;
  }

  TrainDraft train() {
    return train;
  }

  TestDraft test() {
    return test;
  }

  /**
   * Looks at every picture and builds the data set.
   *
   * @param layout its name
   * @param advice how the tree should lie, the end of a sentence, for a folder without a usable
   *     picture
   * @throws DatasetException if nobody is left to train on
   */
  Dataset build(String layout, String advice, ProgressListener progress) throws DatasetException {
    progress.throwIfCancelled();
    List<PictureFile> pictures = new ArrayList<>(train.pictures());
    pictures.addAll(test.pictures());
    Map<String, Skipped> faults = new ProbePass(new PictureProbe(root), progress).run(pictures);
    List<Identity> identities = train.usable(faults);
    if (identities.isEmpty()) {
      throw new DatasetException(
          "%s looks like %s, but no training picture can be used (%s); check that %s."
              .formatted(folder, layout, found(), advice));
    }
    List<Item> items = new ArrayList<>();
    for (int label = 0; label < identities.size(); label++) {
      items.addAll(identities.get(label).items(label));
    }
    LabelMap labels = new LabelMap(identities.stream().map(Identity::name).toList());
    TestSplit split = test.build(faults, train.identities(), train.names());
    return new Dataset(folder, layout, items, labels, split, log.report());
  }

  private String found() {
    List<String> lines = log.report().summaryLines();
    return lines.isEmpty() ? "none is listed" : String.join("; ", lines);
  }
}
