package reidstudio.data.layout;

import java.nio.file.Path;
import java.util.List;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/**
 * ICFG-PEDES (Ding et al., "Semantically Self-Aligned Network for Text-to-Image Part-aware Person
 * Re-identification", 2021): one caption a picture. Its folders {@code train} and {@code test} are
 * not the split; the entries are.
 */
public final class IcfgPedesLayout implements DatasetLayout {
  private final CaptionSet set =
      new CaptionSet("ICFG-PEDES", "file_path", List.of("ICFG-PEDES.json", "ICFG_PEDES.json"));

  @Override
  public String name() {
    return "ICFG-PEDES";
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
