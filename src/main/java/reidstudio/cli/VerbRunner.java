package reidstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.StudioHome;

/**
 * Runs what was asked for and turns its end, good or bad, into output and an exit code. A person
 * reads sentences; stack traces go to the log.
 */
final class VerbRunner implements IExecutionStrategy {
  private final Console console;
  private final CommonOptions common;
  private final Consumer<StudioHome> prepare;
  private final Supplier<Interruption> interruptions;

  /**
   * Prints to {@code console}.
   *
   * @param prepare called with the home once it is known, before anything is opened
   * @param interruptions gives each verb one that is armed
   */
  VerbRunner(
      Console console,
      CommonOptions common,
      Consumer<StudioHome> prepare,
      Supplier<Interruption> interruptions) {
    this.console = console;
    this.common = common;
    this.prepare = prepare;
    this.interruptions = interruptions;
  }

  @Override
  public int execute(ParseResult result) {
    Integer helped = CommandLine.executeHelpRequest(result);
    if (helped != null) {
      return helped;
    }
    List<CommandLine> chain = result.asCommandLineList();
    CommandLine last = chain.get(chain.size() - 1);
    Object asked = last.getCommand();
    List<Problem> problems = new ArrayList<>(new UsageErrors().in(result));
    if (!problems.isEmpty()) {
      if (asked instanceof Verb verb) {
        problems.addAll(verb.problems());
      }
      return refuse(problems, last);
    }
    if (asked instanceof Verb verb) {
      return run(verb, last);
    }
    if (asked instanceof StudioCommand root) {
      return root.openWindow();
    }
    String verbs = String.join(", ", last.getSubcommands().keySet());
    return refuse(List.of(new Problem(last.getCommandName(), "needs one of " + verbs)), last);
  }

  private int refuse(List<Problem> problems, CommandLine command) {
    console.complain(problems);
    String name = command.getCommandSpec().qualifiedName();
    console.tell("'" + name + " --help' lists what is possible.");
    return Exit.USAGE.code();
  }

  private int run(Verb verb, CommandLine command) {
    prepare.accept(common.home());
    try (Interruption interruption = interruptions.get()) {
      Outcome outcome = verb.run(interruption);
      console.print(outcome, common.json());
      return outcome.exit().code();
    } catch (ConfigException e) {
      return refuse(e.problems(), command);
    } catch (Exception | Error e) {
      return fail(e);
    }
  }

  private int fail(Throwable e) {
    if (e instanceof CancellationException || e instanceof InterruptedException) {
      console.tell("Interrupted.");
      return Exit.INTERRUPTED.code();
    }
    if (e instanceof VerbFailure failure) {
      console.complain(failure.getMessage());
      return failure.exit().code();
    }
    // The logger is made here and not before, since the log's folder depends on the options.
    LoggerFactory.getLogger(VerbRunner.class).error("the verb failed", e);
    if (e instanceof IOException && e.getMessage() != null) {
      console.complain(e.getMessage());
    } else {
      console.complain(
          "Something went wrong inside the program (%s); the log in %s tells more."
              .formatted(e, common.home().logs()));
    }
    return Exit.PROBLEM.code();
  }
}
