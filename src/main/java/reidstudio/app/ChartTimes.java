package reidstudio.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import reidstudio.cli.ChartSpeed;
import reidstudio.ui.chart.ChartBench;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.curves.ChartWords;

/** Measures the charts as the window draws them where there is no graphics card to help. */
public final class ChartTimes implements ChartSpeed {
  private static final long SEED = 1;

  private final MissingDesktop missingDesktop = new MissingDesktop();

  @Override
  public List<Case> measure(int updates) throws IOException {
    Optional<String> missing = missingDesktop.beforeStart();
    if (missing.isPresent()) {
      throw new IOException(missing.get());
    }
    java.util.logging.Logger.getLogger("javafx").setLevel(java.util.logging.Level.SEVERE);
    System.setProperty("prism.order", "sw");
    ChartWords words = new ChartWords(new Messages(Language.ENGLISH));
    try {
      return new ChartBench(words, SEED, updates).run().stream().map(ChartTimes::figures).toList();
    } catch (RuntimeException | LinkageError e) {
      throw new IOException(missingDesktop.afterFailure(e), e);
    }
  }

  private static Case figures(ChartBench.Figures from) {
    return new Case(
        from.name(),
        from.charts(),
        from.seriesPerChart(),
        from.pointsPerSeries(),
        from.updateMedian(),
        from.update95(),
        from.threadMedian(),
        from.threadWorst(),
        from.target());
  }
}
