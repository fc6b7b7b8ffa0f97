package reidstudio.ui.chart;

final class ChartBenchMain {
  private ChartBenchMain() {}

  public static void main(String[] args) {
    javafx.application.Platform.startup(
        () ->
            javafx.application.Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet()));
    for (var f : new ChartBench(new EnglishTexts(), 1).run()) System.out.println(f);
    javafx.application.Platform.exit();
  }
}
