package reidstudio.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import reidstudio.config.Problem;

/** Everything that the parser did not understand, one problem for each argument. */
final class UsageErrors {
  List<Problem> in(ParseResult result) {
    List<Problem> problems = new ArrayList<>();
    for (CommandLine command : result.asCommandLineList()) {
      for (Exception error : command.getParseResult().errors()) {
        add(error, problems);
      }
    }
    return problems;
  }

  private static void add(Exception error, List<Problem> problems) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      addUnmatched(unmatched, problems);
    } else if (error instanceof MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      missing.getMissing().forEach(spec -> problems.add(missing(spec)));
    } else {
      problems.add(new Problem("", String.valueOf(error.getMessage())));
    }
  }

  private static Problem missing(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      String name = option.longestName();
      return new Problem(name, "must be given as " + name + " " + option.paramLabel());
    }
    return new Problem(argument.paramLabel(), "is missing");
  }

  private static void addUnmatched(UnmatchedArgumentException error, List<Problem> problems) {
    List<String> near = error.getSuggestions();
    String hint = near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
    for (String argument : error.getUnmatched()) {
      String what = argument.startsWith("-") ? "is an unknown option" : "is not expected here";
      problems.add(new Problem(argument, what + hint));
      hint = "";
    }
  }
}
