package reidstudio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls the command line in this process and keeps what it prints. */
final class CliSession {
  final FakeStudio studio;
  final Interruption interruption = new Interruption();

  /** What a verb finds on standard input. */
  String in = "";

  /** What the charts cost. */
  List<ChartSpeed.Case> charts = List.of();

  int code;
  String out = "";
  String err = "";
  private final Path home;

  CliSession(Path home, FakeStudio.Engine engine) {
    this.home = home;
    this.studio = new FakeStudio(engine);
  }

  CliSession run(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false);
    StudioCommand command =
        new StudioCommand(
            console,
            studio,
            opened -> 7,
            updates -> charts,
            opened -> {},
            () -> interruption,
            new Poller(Duration.ofMillis(1)),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)));
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(arguments));
    code = command.execute(all.toArray(String[]::new));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return this;
  }

  /** The one document on standard output; fails if there is anything else. */
  JsonNode json() throws IOException {
    try (var parser = new ObjectMapper().createParser(out)) {
      JsonNode tree = parser.readValueAsTree();
      if (parser.nextToken() != null) {
        throw new AssertionError("more than one document: " + out);
      }
      return tree;
    }
  }
}
