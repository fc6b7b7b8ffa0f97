package reidstudio.data.layout;

import java.nio.file.Path;
import java.util.List;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;

/**
 * RSTPReid (Zhu et al., "DSSL: Deep Surroundings-person Separation Learning for Text-based Person
 * Retrieval", 2021): flat {@code imgs}, five pictures a person with two captions each; the path is
 * called {@code img_path}.
 */
public final class RstpReidLayout implements DatasetLayout {
  private final CaptionSet set =
      new CaptionSet("RSTPReid", "img_path", List.of("data_captions.json"));

  @Override
  public String name() {
    return "RSTPReid";
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
