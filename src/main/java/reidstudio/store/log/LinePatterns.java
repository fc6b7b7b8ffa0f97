package reidstudio.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of lines, each with what it tells; the first that is found in a line counts. */
final class LinePatterns {
  private final List<Form> forms = new ArrayList<>();

  private record Form(Pattern pattern, Function<Matcher, List<LogFact>> meaning) {}

  LinePatterns when(String regex, Function<Matcher, List<LogFact>> meaning) {
    forms.add(new Form(Pattern.compile(regex), meaning));
    return this;
  }

  /** Lines that are known and tell nothing but themselves. */
  LinePatterns known(String... regexes) {
    for (String regex : regexes) {
      when(regex, match -> List.of());
    }
    return this;
  }

  Optional<List<LogFact>> read(String text) {
    for (Form form : forms) {
      Matcher matcher = form.pattern().matcher(text);
      if (matcher.find()) {
        return Optional.of(form.meaning().apply(matcher));
      }
    }
    return Optional.empty();
  }
}
