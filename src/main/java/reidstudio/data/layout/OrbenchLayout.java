package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Files;
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
 * ORBench and what is shaped like it: folders {@code vis nir cp sk} with one folder for each
 * person, {@code train_annos.json} and, where there is a test split, {@code
 * test_gallery_and_queries.json}. The folder is the identity; the annotations' {@code id} is
 * somebody's label and is not used.
 */
public final class OrbenchLayout implements DatasetLayout {
  @Override
  public String name() {
    return "ORBench";
  }

  @Override
  public String mark() {
    return TrainAnnotations.FILE;
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isRegularFile(folder.resolve(TrainAnnotations.FILE));
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    SkipLog log = new SkipLog();
    List<TrainAnnotations.Entry> annotations = new TrainAnnotations(folder, log).read();
    Map<String, List<TestAnnotations.Entry>> test = new TestAnnotations(folder, log).read();
    progress.throwIfCancelled();
    Path root = realPath(folder);
    FolderIndex index = new FolderScan(root, log).run();
    progress.throwIfCancelled();

    TrainSplit train = new TrainSplit(index, log, annotations);
    TestSplitBuilder tests = new TestSplitBuilder(index, log, test);
    List<PictureFile> wanted = new ArrayList<>(train.pictures());
    wanted.addAll(tests.pictures());
    Map<String, Skipped> faults = new ProbePass(new PictureProbe(root), progress).run(wanted);

    List<Identity> identities = train.identities(faults);
    if (identities.isEmpty()) {
      throw new DatasetException(nothingUsable(folder, annotations.size(), log));
    }
    List<Item> items = new ArrayList<>();
    for (int label = 0; label < identities.size(); label++) {
      items.addAll(identities.get(label).items(label));
    }
    LabelMap labels = new LabelMap(identities.stream().map(Identity::name).toList());
    TestSplit split = tests.build(faults, train.folders());
    return new Dataset(folder, name(), items, labels, split, log.report());
  }

  private static Path realPath(Path folder) throws DatasetException {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new DatasetException(
          "%s cannot be read (%s); check that you may open it.".formatted(folder, e), e);
    }
  }

  private static String nothingUsable(Path folder, int annotations, SkipLog log) {
    if (annotations == 0) {
      return "%s in %s has no entry that names a picture, so there is nobody to train on; use the data set's own file."
          .formatted(TrainAnnotations.FILE, folder);
    }
    String why = String.join("; ", log.report().summaryLines());
    return "None of the %d entries of %s in %s can be used (%s); check that the folders vis, nir, cp and sk lie beside that file."
        .formatted(annotations, TrainAnnotations.FILE, folder, why);
  }
}
