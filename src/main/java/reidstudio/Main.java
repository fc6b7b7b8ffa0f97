package reidstudio;

import java.time.Clock;
import java.time.ZoneId;
import reidstudio.app.ChartTimes;
import reidstudio.app.ClassesAhead;
import reidstudio.app.Studio;
import reidstudio.app.WindowLauncher;
import reidstudio.cli.Console;
import reidstudio.cli.LogFile;
import reidstudio.cli.StudioCommand;
import reidstudio.config.StudioHome;

/**
 * Entry point. Not an {@code Application}: JavaFX is on the class path, where a start class of that
 * type is refused.
 */
public final class Main {
  private Main() {}

  /** Runs a verb, or opens the window if there is none. */
  public static void main(String[] args) {
    StudioCommand command =
        new StudioCommand(
            Console.ofProcess(),
            home -> new Studio(home, Clock.system(ZoneId.systemDefault())),
            Main::openWindow,
            new ChartTimes(),
            new LogFile());
    System.exit(command.execute(args));
  }

  private static int openWindow(StudioHome home) {
    // before the launcher, whose logger takes a while
    new ClassesAhead().start();
    return new WindowLauncher().open(home);
  }
}
