package reidstudio.data.layout;

import java.nio.file.Path;
import java.util.List;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/**
 * CUHK-PEDES (Li et al., "Person Search with Natural Language Description", 2017): {@code imgs} and
 * {@code reid_raw.json} with two or more captions a picture. Copies without some of the folders
 * under {@code imgs} are common; their pictures are counted as missing.
 */
public final class CuhkPedesLayout implements DatasetLayout {
  private final CaptionSet set =
      new CaptionSet("CUHK-PEDES", "file_path", List.of("reid_raw.json"));

  @Override
  public String name() {
    return "CUHK-PEDES";
  }

  @Override
  public String mark() {
    return set.mark();
  }

  @Override
  public boolean recognises(Path folder) {
    return set.annotations(folder).isPresent();
  }

  @Override
  public Dataset read(Path folder, ProgressListener progress) throws DatasetException {
    return set.read(folder, progress);
  }
}
