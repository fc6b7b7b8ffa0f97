package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reidstudio.data.SkipReason;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class EngineWordsTest {
  private static final Path CHECKS = Path.of("src", "main", "java", "reidstudio", "diagnostic");
  private static final Path ENGINE = Path.of("src", "main", "java", "reidstudio", "engine");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");

  /** At least two words: a label, a sentence, or a part of one. */
  private static final Pattern WORDS = Pattern.compile(".*[a-z]{2} [a-z].*");

  /** Literals with plus signs between them. */
  private static final Pattern SENTENCE = Pattern.compile("\"[^\"\n]*\"(\\s*\\+\\s*\"[^\"\n]*\")*");

  private final Messages messages = new Messages(Language.CHINESE);
  private final EngineWords words = new EngineWords(messages);

  @Test
  void everySentenceOfACheckIsKnown() throws IOException {
    Set<String> unknown = new TreeSet<>();
    int seen = 0;
    for (String source : sources(CHECKS)) {
      Matcher literal = LITERAL.matcher(source);
      while (literal.find()) {
        String text = literal.group(1);
        if (WORDS.matcher(text).matches()) {
          seen++;
          if (words.translated(text).isEmpty() && !isPartOfAPattern(text)) {
            unknown.add(text);
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(60);
    assertThat(unknown).isEmpty();
  }

  @Test
  void whyAnItemIsLeftOutIsSaidToo() {
    for (SkipReason reason : SkipReason.values()) {
      assertThat(words.translated(reason.words())).as(reason.words()).isPresent();
    }
    assertThat(words.of("picture cannot be decoded (access is denied)")).isEqualTo("无法解码（没有访问权限）");
  }

  @Test
  void whatIsWrongWithASettingIsSaidToo() {
    assertThat(words.of("is 0.95, allowed is 0 to 0.9")).isEqualTo("为 0.95，允许的范围是 0 至 0.9");
    assertThat(words.of("is \"many\", expected is a whole number")).isEqualTo("为 \"many\"，应为整数");
    assertThat(words.of("must divide data.imageHeight and data.imageWidth"))
        .isEqualTo("必须能整除图片高度和图片宽度");
  }

  @Test
  void whyAFolderIsNoRunIsSaidToo() {
    assertThat(
            words.of(
                "The run in /d/e cannot be read (access is denied); check that the disk is"
                    + " there and may be read."))
        .isEqualTo("无法读取 /d/e 中的运行（没有访问权限）；请确认磁盘已连接且有读取权限。");
  }

  @Test
  void numbersAreTakenOver() {
    assertThat(words.of("The classifier has 63 rows for 64 identities."))
        .isEqualTo("分类器有 63 行，而身份有 64 个。");
    assertThat(words.of("All labels fit the classifier's 64 classes."))
        .isEqualTo("所有标签都在分类器的 64 个类别之内。");
    assertThat(words.of("ln 64 = 4.159 at the start")).isEqualTo("开始时为 ln 64 = 4.159");
  }

  @Test
  void aDeviceKeepsItsName() {
    assertThat(words.of("CPU, AMD EPYC 9654 96-Core Processor, 2 threads"))
        .isEqualTo("CPU，AMD EPYC 9654 96-Core Processor，2 线程");
    assertThat(words.of("CUDA device 0, NVIDIA GeForce RTX 4090, 24.0 GiB"))
        .isEqualTo("CUDA 设备 0，NVIDIA GeForce RTX 4090, 24.0 GiB");
  }

  @Test
  void theMostSpecificPatternWins() {
    assertThat(words.of("at least 8, better 50")).isEqualTo("至少 8，最好 50");
    assertThat(words.of("at least 0.85")).isEqualTo("至少 0.85");
    assertThat(words.of("pairable ratio of random")).isEqualTo("随机 的可配对比例");
  }

  @Test
  void whyAFolderCannotBeReadIsSaidToo() {
    assertThat(
            words.of(
                "/d/e is not a data set, train_annos.json was looked for and is not there; choose"
                    + " the folder in which that file lies."))
        .isEqualTo("/d/e 不是数据集：未找到 train_annos.json；请选择该文件所在的文件夹。");
  }

  @Test
  void whyAnEvaluationHasNoResultIsSaidToo() throws IOException {
    Pattern refusal = Pattern.compile("new EvaluationException\\(\\s*\"([^\"]+)\"");
    List<String> sentences = new ArrayList<>();
    for (String source : sources(ENGINE)) {
      refusal.matcher(source).results().forEach(found -> sentences.add(found.group(1)));
    }
    assertThat(sentences)
        .hasSizeGreaterThan(6)
        .allSatisfy(
            sentence ->
                assertThat(words.translated(sentence.replace("%s", "nir")))
                    .as(sentence)
                    .isPresent());
    assertThat(words.of("No picture of the challenge's gallery can be read."))
        .isEqualTo("挑战赛图库中没有一张图片可以读取。");
  }

  @Test
  void whyARunDoesNotStartOrGoOnIsSaidToo() {
    Path root = Path.of("src", "main", "java", "reidstudio");
    List<String> refusals =
        Stream.of(
                "engine/EngineHost",
                "engine/Continuation",
                "engine/CheckpointFolder",
                "engine/EngineStart",
                "model/Freezing",
                "optim/Adam",
                "sampler/Supply",
                "sampler/RandomSampler")
            .map(name -> read(root.resolve(name + ".java")))
            .flatMap(source -> SENTENCE.matcher(source).results())
            .map(found -> found.group().replaceAll("\"\\s*\\+\\s*\"", "").replace("\"", ""))
            .filter(text -> text.length() > 20 && text.strip().endsWith("."))
            .map(text -> text.strip().replaceAll("%[sd]", "7"))
            .toList();
    assertThat(refusals)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            sentence -> assertThat(words.translated(knownPart(sentence))).as(sentence).isPresent());
  }

  /** A list of reasons follows it. */
  private static String knownPart(String sentence) {
    return sentence.startsWith("None of the run's checkpoints") ? sentence + " why" : sentence;
  }

  @Test
  void wherePartsAreKnownTheyAreSaidToo() {
    assertThat(
            words.of(
                "The computer's memory ran out in a batch of 512 items; the step was not applied."
                    + " Set sampler.identities=64 and optimizer.accumulation=2, which makes an"
                    + " update of 512 items."))
        .isEqualTo(
            "一个含 512 项的批次耗尽了电脑内存；这一步未生效。请设置 sampler.identities=64、"
                + "optimizer.accumulation=2，这样每次更新含 512 项。");
    assertThat(
            words.of(
                "Device cuda:3 was asked for, but this machine has no CUDA device; use --device"
                    + " cpu, or install the NVIDIA driver."))
        .isEqualTo("指定了设备 cuda:3，但本机没有 CUDA 设备；请选用设备 cpu，或安装 NVIDIA 驱动。");
    assertThat(
            words.of(
                "RTX 4060 is not used: the NVIDIA driver is one for CUDA 11.4 and PyTorch needs"
                    + " CUDA 12; update the driver."))
        .isEqualTo("RTX 4060 未被使用：NVIDIA 驱动只支持到 CUDA 11.4，而 PyTorch 需要 CUDA 12；请更新驱动。");
    assertThat(words.of("PyTorch for CUDA 12.8 is being downloaded, once: 145 of 2,900 MB."))
        .isEqualTo("正在下载 CUDA 12.8 版 PyTorch（仅此一次）：145 / 2,900 MB。");
  }

  @Test
  void whatIsUnknownStaysEnglish() {
    Finding strange =
        new Finding(
            "new.check",
            Severity.WARNING,
            "Something new.",
            List.of(new Evidence("a count", "3", "none")),
            "Do it {0}.");
    Finding told = words.of(strange);
    assertThat(told.title()).isEqualTo("Something new.");
    assertThat(told.fix()).isEqualTo("Do it {0}.");
    assertThat(told.evidence()).containsExactly(new Evidence("a count", "3", "无"));
  }

  @Test
  void aShortPatternTakesNoSentenceApart() {
    assertThat(words.of("3 of 12")).isEqualTo("3 / 12");
    assertThat(words.of("above 3.5e-4")).isEqualTo("大于 3.5e-4");
    assertThat(words.of("The end of something new.")).isEqualTo("The end of something new.");
    assertThat(words.of("below the line")).isEqualTo("below the line");
    assertThat(words.of("all that glitters")).isEqualTo("all that glitters");
  }

  @Test
  void englishIsLeftAsItIs() {
    messages.languageProperty().set(Language.ENGLISH);
    assertThat(words.of("none")).isEqualTo("none");
  }

  private boolean isPartOfAPattern(String literal) {
    String part = literal.replace('\'', '\u2019');
    return messages.patterns("finding.", Language.ENGLISH).values().stream()
        .anyMatch(pattern -> pattern.contains(part));
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> folder == ENGINE || file.getNameCount() > folder.getNameCount() + 1)
          .map(EngineWordsTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
