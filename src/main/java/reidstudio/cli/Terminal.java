package reidstudio.cli;

import java.io.Console;

/** Whether a person looks at what this process prints. */
final class Terminal {
  @SuppressWarnings("SystemConsoleNull") // the null check is for Java before 22
  boolean isThere() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** Since Java 22 there always is a console, and it knows itself whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException older) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
