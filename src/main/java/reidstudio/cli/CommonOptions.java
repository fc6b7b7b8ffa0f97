package reidstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import reidstudio.config.StudioHome;

/** Options that every verb understands, before or after its name. */
final class CommonOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder for runs, demo data and logs; default is the system's place for it.")
  private Path home;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description =
          "Print the result as one JSON document on standard output; it stays empty if there is no"
              + " result (exit code 2, or an error).")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli
  private boolean help;

  StudioHome home() {
    return home != null
        ? new StudioHome(home)
        : StudioHome.standard(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
  }

  boolean json() {
    return json;
  }
}
