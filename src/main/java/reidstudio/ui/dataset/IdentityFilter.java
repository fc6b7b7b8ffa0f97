package reidstudio.ui.dataset;

import reidstudio.data.Modality;
import reidstudio.data.audit.IdentityItems;

/** Whose pictures are offered. */
enum IdentityFilter {
  ALL,
  TRAINING,
  TEST,
  UNPAIRED,
  NO_VIS,
  NO_NIR,
  NO_CP,
  NO_SK,
  NO_TEXT,
  SINGLE;

  boolean takes(IdentityItems person) {
    return switch (this) {
      case ALL -> true;
      case TRAINING -> person.isTraining();
      case TEST -> !person.isTraining();
      case UNPAIRED -> !person.isPairable();
      case NO_VIS -> person.count(Modality.VIS) == 0;
      case NO_NIR -> person.count(Modality.NIR) == 0;
      case NO_CP -> person.count(Modality.CP) == 0;
      case NO_SK -> person.count(Modality.SK) == 0;
      case NO_TEXT -> person.count(Modality.TEXT) == 0;
      case SINGLE -> person.items().size() == 1;
    };
  }
}
