package reidstudio.cli;

import java.io.IOException;
import reidstudio.config.StudioHome;

/** Opens the services of the program for one verb. */
@FunctionalInterface
public interface StudioFactory {
  /**
   * Services over {@code home}; the caller closes them.
   *
   * @throws IOException with one sentence for the user
   */
  StudioServices open(StudioHome home) throws IOException;
}
