package reidstudio.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reidstudio.config.Problem;

/** Standard output for results, standard error for everything else. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * Writes to the given streams.
   *
   * @param terminal whether a person looks at {@code err}, so that a line may be drawn over
   */
  Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * The streams of this process. From now on {@code System.out} leads to standard error: a library
   * that prints must not spoil the one document on standard output.
   */
  public static Console ofProcess() {
    Console console = new Console(System.out, System.err, new Terminal().isThere());
    System.setOut(System.err);
    return console;
  }

  boolean isTerminal() {
    return terminal;
  }

  /** Prints a result: its document in UTF-8, or its text in the system's encoding. */
  void print(Outcome outcome, boolean json) {
    if (json) {
      byte[] bytes = outcome.document().toPrettyString().getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
      out.println();
    } else {
      out.print(outcome.text());
    }
    out.flush();
  }

  /** A line of information. */
  void tell(String line) {
    err.println(line);
  }

  /** A sentence about what went wrong. */
  void complain(String sentence) {
    err.println("error: " + sentence);
  }

  /** One line for each problem. */
  void complain(List<Problem> problems) {
    problems.forEach(problem -> complain(problem.toString()));
  }

  /** Text that may draw over what is on the line. */
  void draw(String text) {
    err.print(text);
    err.flush();
  }

  PrintWriter outWriter() {
    return writer(out);
  }

  PrintWriter errWriter() {
    return writer(err);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }
}
