package reidstudio.ui.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The pages of the window, in the order of the rail. */
enum Page {
  TRAIN,
  DATA,
  BATCH,
  DIAGNOSIS,
  EVALUATION,
  RUNS,
  LOG;

  Ikon icon() {
    return switch (this) {
      case TRAIN -> Material2MZ.SHOW_CHART;
      case DATA -> Material2MZ.STORAGE;
      case BATCH -> Material2MZ.VIEW_MODULE;
      case DIAGNOSIS -> Material2AL.FACT_CHECK;
      case EVALUATION -> Material2AL.IMAGE_SEARCH;
      case RUNS -> Material2AL.HISTORY;
      case LOG -> Material2MZ.SUBJECT;
    };
  }
}
