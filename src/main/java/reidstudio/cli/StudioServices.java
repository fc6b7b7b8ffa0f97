package reidstudio.cli;

import reidstudio.command.Datasets;
import reidstudio.command.RunControl;
import reidstudio.config.StudioHome;
import reidstudio.store.LogOpener;
import reidstudio.store.RunStore;

/** What a verb works with. */
public interface StudioServices extends AutoCloseable {
  /** Takes commands. */
  RunControl control();

  /** Holds what came of them. */
  RunStore store();

  /** Opens logs of other programs. */
  LogOpener logs();

  /** Data folders and the demo set. */
  Datasets datasets();

  /** Where everything is kept. */
  StudioHome home();

  /** Stops a run that is under way, then writes all that was published. Must not fail. */
  @Override
  void close();
}
