package reidstudio.ui.common;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import reidstudio.event.Finding;

/**
 * The engine's English sentences in the language of the window.
 *
 * <p>The English bundle holds each sentence as a pattern under {@code finding.}; a sentence that
 * fits a pattern is put together again from its numbers and the pattern of the window's language.
 * One that fits none stays as it is.
 */
public final class EngineWords {
  private static final String PREFIX = "finding.";
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  /** Own choice: a pattern that says less, as "{0} of {1}" does, fits parts of any sentence. */
  private static final int SHORT = 9;

  /** 64, -0.5, 3.5e-4, 12 %. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*(e[-+]?\\d+)?( ?%)?");

  private final Messages messages;
  private List<Sentence> sentences;

  /** A pattern of the English bundle, and what it recognises. */
  private static final class Sentence {
    private final String key;

    /** What stands before, between and behind its arguments. */
    private final String[] fixed;

    private final int fixedCharacters;
    private Pattern form;

    Sentence(String key, String english) {
      this.key = key;
      this.fixed = ARGUMENT.split(english, -1);
      this.fixedCharacters = Arrays.stream(fixed).mapToInt(String::length).sum();
    }

    int fixedCharacters() {
      return fixedCharacters;
    }

    /** Its arguments in {@code sentence}; empty if that is another. */
    Optional<List<String>> arguments(String sentence) {
      if (!sentence.startsWith(fixed[0]) || !sentence.endsWith(fixed[fixed.length - 1])) {
        return Optional.empty(); // of hundreds nearly all; forms are dear to make and to match
      }
      Matcher matcher = form().matcher(sentence);
      return matcher.matches()
          ? Optional.of(
              IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList())
          : Optional.empty();
    }

    private Pattern form() {
      if (form == null) {
        String text = Arrays.stream(fixed).map(Pattern::quote).collect(Collectors.joining("(.+?)"));
        form = Pattern.compile(text, Pattern.DOTALL);
      }
      return form;
    }
  }

  /** Reads the patterns of {@code messages} when the first sentence is to be translated. */
  public EngineWords(Messages messages) {
    this.messages = messages;
  }

  /** Reads the patterns now, on any thread, so that the first sentence need not wait for them. */
  public void readAhead() {
    sentences();
  }

  private synchronized List<Sentence> sentences() {
    if (sentences == null) {
      // the pattern that says most first: "{0} of {1}" fits too much
      sentences =
          messages.patterns(PREFIX, Language.ENGLISH).entrySet().stream()
              .map(entry -> new Sentence(entry.getKey(), entry.getValue()))
              .sorted(Comparator.comparingInt(Sentence::fixedCharacters).reversed())
              .toList();
    }
    return sentences;
  }

  /** {@code finding} with all its texts in the language of now. */
  public Finding of(Finding finding) {
    return finding.worded(this::of);
  }

  /** {@code english} in the language of now. */
  public String of(String english) {
    return messages.languageProperty().get() == Language.ENGLISH
        ? english
        : translated(english).orElse(english);
  }

  /** {@code english}, following the language. */
  public StringBinding text(String english) {
    return Bindings.createStringBinding(() -> of(english), messages.languageProperty());
  }

  /** The value of {@code english}, following it and the language. */
  public StringBinding text(ObservableValue<String> english) {
    return Bindings.createStringBinding(
        () -> of(english.getValue()), english, messages.languageProperty());
  }

  /** Empty if no pattern fits. */
  Optional<String> translated(String english) {
    if (NUMBER.matcher(english).matches()) {
      return Optional.empty();
    }
    // patterns have typographic apostrophes: an ASCII one would quote
    String text = english.replace('\'', '\u2019');
    for (Sentence each : sentences()) {
      Optional<List<String>> found = each.arguments(text).filter(parts -> isMeant(each, parts));
      if (found.isPresent()) {
        return Optional.of(messages.get(each.key, found.get().stream().map(this::of).toArray()));
      }
    }
    return Optional.empty();
  }

  /** A short pattern is meant where all that it leaves open is a number or known itself. */
  private boolean isMeant(Sentence sentence, List<String> arguments) {
    return sentence.fixedCharacters() >= SHORT
        || arguments.stream()
            .allMatch(part -> NUMBER.matcher(part).matches() || translated(part).isPresent());
  }
}
