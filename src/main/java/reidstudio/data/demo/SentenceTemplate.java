package reidstudio.data.demo;

import static reidstudio.data.demo.Description.phrase;

import java.util.ArrayList;
import java.util.List;

/** The ways to put a description into words. */
enum SentenceTemplate {
  WEARS,
  IS_WEARING,
  WEARING_FIRST,
  THERE_IS,
  SEEN,
  THIS,
  WORN_BY,
  IN,
  BAG_FIRST,
  PICTURE;

  String fill(Description d) {
    return English.capital(
        switch (this) {
          case WEARS -> d.subject() + " wears " + d.outfit() + d.bag(", and carries ") + ".";
          case IS_WEARING ->
              English.article(d.who()) + " is wearing " + d.outfit() + "." + hasAndCarries(d);
          case WEARING_FIRST ->
              "wearing "
                  + d.outfit()
                  + ", "
                  + d.subject()
                  + " walks by"
                  + d.bag(", carrying ")
                  + ".";
          case THERE_IS ->
              "there is "
                  + d.subject()
                  + " dressed in "
                  + d.outfit()
                  + d.bag(". The " + d.noun() + " is also carrying ")
                  + ".";
          case SEEN ->
              "seen "
                  + d.seen()
                  + ", "
                  + d.subject()
                  + " wears "
                  + d.outfit()
                  + d.bag(", and has ")
                  + ".";
          case THIS ->
              "this "
                  + d.who()
                  + " wears "
                  + d.upper()
                  + " above "
                  + d.lower()
                  + phrase(", and has ", d.looks())
                  + "."
                  + alsoVisible(d);
          case WORN_BY ->
              d.upper()
                  + " and "
                  + d.lower()
                  + " are worn by "
                  + d.subject()
                  + "."
                  + alsoVisible(d);
          case IN ->
              English.article(d.who())
                  + " in "
                  + d.outfit()
                  + " is seen "
                  + d.seen()
                  + "."
                  + hasAndCarries(d);
          case BAG_FIRST ->
              d.bag().map(bag -> "carrying " + bag).orElse("walking along")
                  + ", "
                  + d.subject()
                  + " has "
                  + d.outfit()
                  + " on.";
          case PICTURE ->
              "the picture shows "
                  + d.subject()
                  + ". The clothes are "
                  + d.outfit()
                  + d.bag("; the " + d.noun() + " carries ")
                  + ".";
        });
  }

  private static String hasAndCarries(Description d) {
    String has = phrase(" has ", d.looks());
    String carries = d.bag(has.isEmpty() ? " carries " : " and carries ");
    return has.isEmpty() && carries.isEmpty() ? "" : " The " + d.noun() + has + carries + ".";
  }

  private static String alsoVisible(Description d) {
    List<String> rest = new ArrayList<>(d.extras());
    d.bag().ifPresent(rest::add);
    return phrase(" Also visible: ", rest) + (rest.isEmpty() ? "" : ".");
  }
}
