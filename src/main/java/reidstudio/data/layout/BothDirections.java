package reidstudio.data.layout;

import reidstudio.data.Modality;

/** Visible pictures are looked for among infrared ones, and the other way round. */
record BothDirections(TestDraft test) {
  void query(Sighting sighting) {
    if (sighting.shown().get(0).modality() == Modality.VIS) {
      test.query("VIS", Modality.NIR, sighting);
    } else {
      test.query("NIR", Modality.VIS, sighting);
    }
  }
}
