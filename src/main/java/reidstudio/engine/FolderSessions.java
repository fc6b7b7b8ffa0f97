package reidstudio.engine;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.sampler.SamplerException;

/** Builds sessions on data folders. */
public final class FolderSessions implements SessionFactory {
  private final DataFolders folders;

  /** Data come from {@code folders}. */
  public FolderSessions(DataFolders folders) {
    this.folders = folders;
  }

  @Override
  public TrainingSession open(RunConfig config, BooleanSupplier cancelled) throws IOException {
    try {
      return new TrainingSession(config, folders.open(config.data(), cancelled));
    } catch (SamplerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The demo set is drawn if it is meant and not there. */
  @Override
  public Dataset data(RunConfig config) throws IOException {
    return folders.open(config.data(), () -> false);
  }
}
