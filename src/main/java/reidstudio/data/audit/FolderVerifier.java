package reidstudio.data.audit;

import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.layout.DatasetReader;

/** Verifies what lies on disk now; the command line and the window run the same. */
public final class FolderVerifier implements DatasetVerifier {
  @Override
  public Verified look(DataPlace place, VerificationListener listener) throws DatasetException {
    listener.begins(VerificationStage.READING);
    DatasetReader reader = DatasetReader.of(place.layout(), place.split());
    Dataset dataset = reader.open(place.folder(), listener);
    String mark =
        reader.recognise(dataset.folder()).map(DatasetReader.Recognition::mark).orElse("");
    return Verified.structure(dataset, mark);
  }

  @Override
  public Verified verify(DataPlace place, VerificationListener listener) throws DatasetException {
    Verified structure = look(place, listener);
    listener.read(structure);
    listener.begins(VerificationStage.DECODING);
    PicturePass.Result pictures = new PicturePass(listener).over(structure.dataset());
    return structure.with(pictures.report(), pictures.copies());
  }
}
