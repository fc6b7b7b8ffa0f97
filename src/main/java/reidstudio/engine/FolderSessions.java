package reidstudio.engine;

import java.io.IOException;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.engine.device.DeviceProbe;
import reidstudio.engine.device.EngineStart;
import reidstudio.sampler.SamplerException;

/** Builds sessions on data folders. */
public final class FolderSessions implements SessionFactory {
  private final DataFolders folders;

  /** Data come from {@code folders}. */
  public FolderSessions(DataFolders folders) {
    this.folders = folders;
  }

  /** Nobody draws or reads data for a device that is not there. */
  @Override
  public void check(RunConfig config) throws IOException {
    try {
      new DeviceProbe().find(config.device());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public TrainingSession open(RunConfig config, StartListener listener) throws IOException {
    new EngineStart().fetch(listener::cancelled, listener::said);
    try {
      return new TrainingSession(config, folders.open(config.data(), listener::cancelled));
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
