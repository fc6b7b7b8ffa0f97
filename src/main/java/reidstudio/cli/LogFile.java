package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import reidstudio.config.StudioHome;

/**
 * Tells the logging configuration where the program's log is kept. Only what happens before the
 * first logger is made counts, so classes that are loaded before the options are read must not have
 * one.
 */
public final class LogFile implements Consumer<StudioHome> {
  private static final String PROPERTY = "reidstudio.log.dir";

  /** Names the folder, unless the user has named one with {@code -Dreidstudio.log.dir}. */
  @Override
  public void accept(StudioHome home) {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, made(home.logs()).toString());
    }
  }

  /** Without a folder there is no log; what the user asked for may work all the same. */
  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      return folder;
    }
  }
}
