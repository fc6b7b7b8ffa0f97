package reidstudio.app;

import java.time.Clock;
import reidstudio.cli.StudioServices;
import reidstudio.command.Datasets;
import reidstudio.command.RunControl;
import reidstudio.config.StudioHome;
import reidstudio.data.demo.DemoSpec;
import reidstudio.diagnostic.rule.LiveHealth;
import reidstudio.engine.DataFolders;
import reidstudio.engine.EngineHost;
import reidstudio.engine.FolderSessions;
import reidstudio.store.LogOpener;
import reidstudio.store.RunOpener;
import reidstudio.store.RunStore;

/** Engine, store and data folders over one home. Loads no native library before it is needed. */
public final class Studio implements StudioServices {
  private final StudioHome home;
  private final RunStore store;
  private final LogOpener logs;
  private final RunOpener runs = new RunOpener();
  private final DataFolders folders;
  private final EngineHost engine;

  /** Starts the threads of all parts; nothing is read or written yet. */
  public Studio(StudioHome home, Clock clock) {
    this(home, clock, DemoSpec.standard());
  }

  Studio(StudioHome home, Clock clock, DemoSpec demo) {
    this.home = home;
    this.store = new RunStore(home.runs(), clock);
    this.logs = new LogOpener(LiveHealth::new, clock.getZone());
    this.folders = new DataFolders(home.demo(), demo);
    this.engine =
        new EngineHost(store, new StoreFolders(store), new FolderSessions(folders), clock);
    store.eachSecond(engine::look);
  }

  @Override
  public RunControl control() {
    return engine;
  }

  @Override
  public RunStore store() {
    return store;
  }

  @Override
  public LogOpener logs() {
    return logs;
  }

  /** Opens and follows run folders. */
  RunOpener runs() {
    return runs;
  }

  @Override
  public Datasets datasets() {
    return folders;
  }

  @Override
  public StudioHome home() {
    return home;
  }

  /** Engine first, so that its last events still reach the store. */
  @Override
  public void close() {
    engine.close();
    logs.close();
    runs.close();
    folders.close();
    store.close();
  }
}
