package reidstudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.config.LayoutChoice;
import reidstudio.data.Modality;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.IdentityItems;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.Verified;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class WallViewModelTest {
  private final DatasetVerifier verifier =
      new DatasetVerifier() {
        @Override
        public Verified look(DataPlace place, VerificationListener listener) {
          return new MadeUpData(12, 2).structure();
        }

        @Override
        public Verified verify(DataPlace place, VerificationListener listener) {
          return MadeUpData.decoded(look(place, listener));
        }
      };
  private final VerifyViewModel verify =
      new VerifyViewModel(
          verifier,
          new ErrorFunnel(new Messages(Language.ENGLISH)),
          Runnable::run,
          Runnable::run,
          System::nanoTime);
  private final WallViewModel wall = new WallViewModel(verify);

  @BeforeEach
  void read() {
    verify.want();
    verify.form(new DataPlace(Path.of("x"), LayoutChoice.AUTO, 1));
  }

  private String chosen() {
    return wall.chosenProperty().get().identity();
  }

  @Test
  void everybodyIsListedAndTheFirstIsShown() {
    assertThat(wall.people()).hasSize(13);
    assertThat(wall.allProperty().get()).isEqualTo(13);
    assertThat(chosen()).isEqualTo("0001");
  }

  @Test
  void searchAndFilterNarrowTheListAndKeepWhoIsLookedAtIfPossible() {
    wall.show("0011");
    wall.filterProperty().set(IdentityFilter.UNPAIRED);
    assertThat(wall.people())
        .extracting(IdentityItems::identity)
        .containsExactly("0011", "0012", "z");
    assertThat(chosen()).isEqualTo("0011");
    wall.searchProperty().set(" Z ");
    assertThat(chosen()).isEqualTo("z");
    wall.searchProperty().set("nobody");
    assertThat(wall.people()).isEmpty();
    assertThat(wall.chosenProperty().get()).isNull();
    wall.show("0002");
    assertThat(chosen()).isEqualTo("0002");
    assertThat(wall.people()).as("the filter that hid it is gone").hasSize(13);
  }

  @Test
  void stepsStopAtTheEnds() {
    wall.step(-1);
    assertThat(chosen()).isEqualTo("0001");
    wall.step(1);
    assertThat(chosen()).isEqualTo("0002");
    wall.show("z");
    wall.step(1);
    assertThat(chosen()).isEqualTo("z");
  }

  @Test
  void decodingDoesNotTurnAwayFromWhoIsLookedAt() {
    wall.show("0005");
    wall.searchProperty().set("5");
    verify.verify();
    assertThat(chosen()).isEqualTo("0005");
    assertThat(wall.people()).hasSize(1);
  }

  @Test
  void rowsOfTheWallHoldEachPictureOnceUnderItsModality() {
    IdentityItems person = wall.people().get(0);
    assertThat(WallRow.of(person, 1))
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Heading", "Strip", "Strip", "Heading", "Strip");
    assertThat(WallRow.of(person, 5).get(0)).isEqualTo(new WallRow.Heading(Modality.VIS, 2));
    WallRow.Strip nir = (WallRow.Strip) WallRow.of(person, 5).get(3);
    assertThat(nir.first()).isEqualTo(2);
    assertThat(nir.pictures()).hasSize(1);
  }
}
