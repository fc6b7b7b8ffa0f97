package reidstudio.store.log;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import reidstudio.event.MetricKey;

/**
 * Names that programs give to quantities which have a key here. Case does not count. A name that
 * could mean one feature or another, such as {@code Feat}, keeps its own.
 */
final class MetricNames {
  private static final Map<String, MetricKey> KEYS =
      Map.ofEntries(
          entry("loss", MetricKey.TOTAL_LOSS),
          entry("total_loss", MetricKey.TOTAL_LOSS),
          entry("ce", MetricKey.CE_LOSS),
          entry("ce_loss", MetricKey.CE_LOSS),
          entry("id_loss", MetricKey.CE_LOSS),
          entry("loss_cls", MetricKey.CE_LOSS),
          entry("loss_x", MetricKey.CE_LOSS),
          entry("sdm", MetricKey.SDM_LOSS),
          entry("sdmloss", MetricKey.SDM_LOSS),
          entry("sdm_loss", MetricKey.SDM_LOSS),
          entry("sdm_weight", MetricKey.SDM_WEIGHT),
          entry("sdm_temp", MetricKey.SDM_TEMPERATURE),
          entry("itc_loss", MetricKey.ITC_LOSS),
          entry("loss_triplet", MetricKey.TRIPLET_LOSS),
          entry("triplet_loss", MetricKey.TRIPLET_LOSS),
          entry("loss_t", MetricKey.TRIPLET_LOSS),
          entry("acc", MetricKey.CE_ACCURACY),
          entry("gradnorm", MetricKey.GRADIENT_NORM),
          entry("prebn", MetricKey.NORM_BEFORE_BN),
          entry("bn\u524D\u7279\u5F81", MetricKey.NORM_BEFORE_BN),
          entry("\u539F\u59CBreid\u7279\u5F81", MetricKey.NORM_BEFORE_BN),
          entry("postbn", MetricKey.NORM_AFTER_BN),
          entry("feat(bn)", MetricKey.NORM_AFTER_BN),
          entry("feat(bn)_mean", MetricKey.NORM_AFTER_BN),
          entry("feat_bn", MetricKey.NORM_AFTER_BN),
          entry("bnnecknorm_mean", MetricKey.NORM_AFTER_BN),
          entry("bn\u7279\u5F81", MetricKey.NORM_AFTER_BN),
          entry("bnneck\u7279\u5F81", MetricKey.NORM_AFTER_BN),
          entry("fusion", MetricKey.NORM_FUSED),
          entry("feat(fused)", MetricKey.NORM_FUSED),
          entry("feat_fused", MetricKey.NORM_FUSED),
          entry("\u878D\u5408\u7279\u5F81", MetricKey.NORM_FUSED));

  /** Tags as this program's own event files have them: the key with a slash for its dot. */
  private static final Pattern OWN_TAG =
      Pattern.compile(
          "(?:ce|sdm|itc|triplet|batch|total|norm|gradient|rate|speed|memory)/[a-z0-9_]+");

  /** A folder of what is measured on people that are not trained with. */
  private static final Pattern HELD_OUT =
      Pattern.compile("val|test|eval", Pattern.CASE_INSENSITIVE);

  private MetricNames() {}

  /** The key of {@code name}; one of the log's own where there is no other. */
  static MetricKey key(String name) {
    MetricKey known = KEYS.get(name.toLowerCase(Locale.ROOT));
    return known != null ? known : own(name);
  }

  /** The key for a quantity that only logs have. */
  static MetricKey own(String name) {
    return new MetricKey("log." + name);
  }

  /** The key of the tag of an event file, whose folders say little. */
  static MetricKey ofTag(String tag) {
    if (OWN_TAG.matcher(tag).matches()) {
      return new MetricKey(tag.replace('/', '.'));
    }
    int name = tag.lastIndexOf('/') + 1;
    boolean training = !HELD_OUT.matcher(tag.substring(0, name)).find();
    MetricKey known = training ? KEYS.get(tag.substring(name).toLowerCase(Locale.ROOT)) : null;
    return known != null ? known : own(tag.startsWith("log/") ? tag.substring(4) : tag);
  }
}
