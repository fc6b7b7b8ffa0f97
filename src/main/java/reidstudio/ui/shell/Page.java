package reidstudio.ui.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The pages of the window, in the order of the rail. */
enum Page {
  TRAIN(Material2MZ.SHOW_CHART),
  DIAGNOSIS(Material2AL.FACT_CHECK),
  RUNS(Material2AL.HISTORY),
  LOG(Material2MZ.SUBJECT);

  private final Ikon icon;

  Page(Ikon icon) {
    this.icon = icon;
  }

  Ikon icon() {
    return icon;
  }
}
