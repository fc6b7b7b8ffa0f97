package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.ZeroReason;
import reidstudio.store.XAxis;

class MessagesTest {
  private static final String ENGLISH = "messages.properties";
  private static final String CHINESE = "messages_zh_CN.properties";
  private static final Path VIEWS = Path.of("src", "main", "java", "reidstudio", "ui");

  /** A text put into a control without the bundle. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(setText|setTitle|setPromptText|setAccessibleText|setHeaderText|setContentText"
              + "|new Label|new Button|new Tooltip|new Menu|new MenuItem|new CheckBox|new Hyperlink"
              + "|new RadioMenuItem|new ToggleButton|new Text|new Tab|new TableColumn<>)"
              + "\\(\\s*\"(?!\")[^\"]*[A-Za-z]");

  /** A whole key handed to something that looks it up. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\b(label|button|iconButton|toggle|menuItem|tooltip|explain|text|get|menu|folder|tell|ask)"
              + "\\((?:\\w+,)?\\s*\"([a-z][a-zA-Z-]*(\\.[a-zA-Z-]+)+)\"");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(new TreeSet<>(read(CHINESE).stringPropertyNames()))
        .isEqualTo(new TreeSet<>(read(ENGLISH).stringPropertyNames()));
  }

  /** The later one would silently take the place of the earlier. */
  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE})
  void noKeyIsGivenTwice(String bundle) throws IOException {
    Path file = Path.of("src", "main", "resources", "reidstudio", "ui", bundle);
    List<String> keys =
        Files.readAllLines(file).stream()
            .filter(line -> line.matches("[a-z][\\w.-]*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).hasSizeGreaterThan(500).doesNotHaveDuplicates();
  }

  @Test
  void bothLanguagesUseTheSameArguments() throws IOException {
    Properties english = read(ENGLISH);
    Properties chinese = read(CHINESE);
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(chinese.getProperty(key)))
          .as(key)
          .isSubsetOf(arguments(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE})
  void everyTextIsAPatternAndSaysSomething(String bundle) throws IOException {
    Properties texts = read(bundle);
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank();
      // in a pattern an ASCII apostrophe quotes the rest and vanishes
      assertThat(text).as(key).doesNotContain("'");
      assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).as(key).isNotEmpty();
    }
  }

  @Test
  void noViewHasATextOfItsOwn() throws IOException {
    for (Path source : sources()) {
      Matcher literal = LITERAL.matcher(Files.readString(source, StandardCharsets.UTF_8));
      assertThat(literal.find() ? literal.group() : "").as(source.toString()).isEmpty();
    }
  }

  @Test
  void everyKeyInTheViewsHasAText() throws IOException {
    Set<String> known = read(ENGLISH).stringPropertyNames();
    int seen = 0;
    for (Path source : sources()) {
      Matcher key = KEY.matcher(Files.readString(source, StandardCharsets.UTF_8));
      while (key.find()) {
        assertThat(known).as(source.toString()).contains(key.group(2));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(80);
  }

  @Test
  void everyConstantHasAText() throws IOException {
    Set<String> known = read(ENGLISH).stringPropertyNames();
    assertThat(known)
        .containsAll(keys("state", RunState.values()))
        .containsAll(keys("zero", ZeroReason.values()))
        .containsAll(keys("zero.short", ZeroReason.values()))
        .containsAll(keys("axis", XAxis.values()))
        .containsAll(keys("severity", Severity.values()))
        .containsAll(keys("log.least", Severity.OK, Severity.WARNING, Severity.ERROR))
        .containsAll(keys("check", CheckKind.values()))
        .containsAll(keys("health.report", CheckKind.values()))
        .containsAll(keys("theme", ThemeChoice.values()));
  }

  @Test
  void aBoundTextFollowsLanguageAndArgument() {
    Messages messages = new Messages(Language.ENGLISH);
    SimpleIntegerProperty count = new SimpleIntegerProperty(2);
    StringBinding text = messages.text("data.skipped", count);
    assertThat(text.get()).isEqualTo("2 items left out");
    count.set(1);
    assertThat(text.get()).isEqualTo("1 item left out");
    messages.languageProperty().set(Language.CHINESE);
    assertThat(text.get()).isEqualTo("已跳过 1 个样本");
    messages.languageProperty().set(Language.ENGLISH);
    assertThat(text.get()).isEqualTo("1 item left out");
  }

  @Test
  void theSystemsLanguageIsTakenWhereTheWindowSpeaksIt() {
    assertThat(Language.of(Locale.SIMPLIFIED_CHINESE)).isEqualTo(Language.CHINESE);
    assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
  }

  private static List<String> keys(String prefix, Enum<?>... constants) {
    return Arrays.stream(constants).map(c -> Messages.keyOf(prefix, c)).toList();
  }

  private static Set<String> arguments(String pattern) {
    Set<String> numbers = new TreeSet<>();
    Matcher argument = Pattern.compile("\\{(\\d)").matcher(pattern);
    while (argument.find()) {
      numbers.add(argument.group(1));
    }
    return numbers;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(VIEWS)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  private static Properties read(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/reidstudio/ui/" + bundle),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
