package reidstudio.cli;

import reidstudio.config.StudioHome;

/** What happens when no verb is given. */
@FunctionalInterface
public interface StudioWindow {
  /**
   * Shows the window and returns when it was closed.
   *
   * @return the exit code of the process
   */
  int open(StudioHome home);
}
