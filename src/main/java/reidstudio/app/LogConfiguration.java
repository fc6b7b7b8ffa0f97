package reidstudio.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where log lines go. Standard output belongs to results, so all logging goes to standard error or
 * to a file. In code, since reading it from XML held up every start (decision 16); Logback finds
 * this class as a service.
 *
 * <p>{@code -Dreidstudio.log.dir} names the folder of the log, {@code -Dreidstudio.start=DEBUG}
 * tells how long the window took.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {
  private static final String FOLDER = "reidstudio.log.dir";
  private static final String START = "reidstudio.start";
  private static final String IN_FILE = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{30} %msg%n";
  private static final String SHORT = "%-5level %logger{0}: %msg%n";
  private static final int DAYS = 14;
  private static final long BYTES = 50L * FileSize.MB_COEFFICIENT;

  /** What these log, the user is told in words already. */
  private static final List<String> TOLD_OTHERWISE = List.of("reidstudio.cli", "reidstudio.engine");

  private final Optional<String> folder;
  private final Level startTimes;

  /** By the properties of the process; Logback calls it. */
  public LogConfiguration() {
    this(
        Optional.ofNullable(System.getProperty(FOLDER)),
        Level.toLevel(System.getProperty(START), Level.INFO));
  }

  /**
   * With the log in {@code folder}; where there is none, the program is embedded or under test, and
   * only warnings are told.
   */
  LogConfiguration(Optional<String> folder, Level startTimes) {
    this.folder = folder;
    this.startTimes = startTimes;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    // Logback's own messages would go to standard output.
    context.getStatusManager().add(new NopStatusListener());
    context.getLogger("ai.djl").setLevel(Level.WARN);
    // Asks for a GPU on machines without one, and says twice that there is none.
    context.getLogger("ai.djl.util.cuda.CudaUtils").setLevel(Level.ERROR);
    context.getLogger("oshi").setLevel(Level.ERROR);
    context.getLogger(StartTimes.class).setLevel(startTimes);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    folder.ifPresentOrElse(
        named -> keep(context, root, file(named)),
        () -> {
          root.setLevel(Level.WARN);
          root.addAppender(console(SHORT));
        });
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private void keep(LoggerContext context, Logger root, Appender<ILoggingEvent> file) {
    root.setLevel(Level.INFO);
    root.addAppender(file);
    root.addAppender(warnings());
    for (String told : TOLD_OTHERWISE) {
      Logger logger = context.getLogger(told);
      logger.setAdditive(false);
      logger.addAppender(file);
    }
  }

  /** One file a day and no renaming, so that a window and a verb can write at the same time. */
  private Appender<ILoggingEvent> file(String directory) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("FILE");
    TimeBasedRollingPolicy<ILoggingEvent> days = new TimeBasedRollingPolicy<>();
    days.setContext(context);
    days.setParent(file);
    days.setFileNamePattern(directory + "/reid-studio-%d{yyyy-MM-dd}.log");
    days.setMaxHistory(DAYS);
    days.setTotalSizeCap(new FileSize(BYTES));
    days.start();
    file.setRollingPolicy(days);
    return started(file, IN_FILE);
  }

  private Appender<ILoggingEvent> warnings() {
    ConsoleAppender<ILoggingEvent> console = console(SHORT + "%nopex");
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel(Level.WARN.toString());
    warnings.start();
    console.addFilter(warnings);
    return console;
  }

  private ConsoleAppender<ILoggingEvent> console(String pattern) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("CONSOLE");
    console.setTarget("System.err");
    return started(console, pattern);
  }

  private <A extends OutputStreamAppender<ILoggingEvent>> A started(A appender, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(pattern);
    encoder.start();
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
