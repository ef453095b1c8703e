package dev.paperboy.classify.phrase;

import java.util.Locale;
import java.util.Set;

/**
 * Words that are in no key phrase, and those that none begins with: English function words, and
 * what abstracts say of any work («we propose», «novel», «results»).
 */
public final class StopWords {
  private static final Set<String> FUNCTION =
      Set.of(
          """
          a about above across after again against all almost along already also although always am
          among amongst an and another any anything are around as at away back be became because
          become becomes been before behind being below beneath beside besides between beyond both
          but by can cannot could despite did do does doing done down due during each either else
          enough especially etc even ever every everything except few fewer first for from further
          furthermore get gets give given gives go goes had has have having he hence her here him his
          how however i if in indeed instead into is it its itself just last least less let like
          likely made mainly make makes making many may me might more moreover most mostly much must
          my namely near nearly neither never nevertheless next no nor not nothing now of off often
          on once one ones only onto or other others otherwise our ours ourselves out over own per perhaps
          quite rather same second see seem seems several shall she should simply since so some
          something sometimes still such take taken takes than that the their theirs them themselves
          then there thereby therefore these they third this those though three through throughout
          thus to together too toward towards two under underlying unless unlike until up upon us use
          used uses using usually very via was way ways we well were what when where whereas whereby
          wherein whether which while who whom whose why will with within without would yet you your
          yours
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> OF_ANY_WORK =
      Set.of(
          """
          assess assesses construct constructs generate generates generated replace replaces receive
          receives receiving regardless unexpectedly achieve achieved achieves achieving address addressed addresses addressing aim
          aims allow allowing allows apply applied applies applying argue argues based
          build building builds capture captures capturing combine combined combines
          combining compare compared comparing conduct conducted consider considered
          consists contain containing contains contribute contributes demonstrate
          demonstrated demonstrates demonstrating denote derive derived derives describe
          described describes design designed determine determined develop developed
          develops developing discuss discussed discusses employ employed employing
          employs enable enabled enables enabling enhance enhances enhancing ensure
          ensures ensuring establish established establishes estimate estimates evaluate
          evaluated evaluates examine examined exhibit exhibits exist existing exists
          explore explored explores exploring facilitate find finding finds focus focuses
          focusing found generalizes highlight highlights identify identified identifies
          identifying improve improved improves improving include included includes
          including incorporate incorporates incorporating increase increased increases
          increasing indicate indicates integrate integrates integrating introduce
          introduced introduces introducing investigate investigated investigates involve
          involves involving known lack lacks lead leading leads led leverage leverages
          leveraging limit limits maintain maintaining maintains measure mitigate observe
          observed obtain obtained offer offering offers outperform outperforming
          outperforms perform performed performing performs present presented presenting
          presents preserve preserving produce produced produces producing propose
          proposed proposes prove proved proven provide provided provides providing reduce
          reduced reduces reducing rely relies relying remain remains report reported
          reports require required requires requiring resulting reveal revealed reveals
          show showed showing shown shows solve solving study studied studies studying
          suffer suffers suggest suggests support supports tackle train trained understand
          understanding utilize utilizes utilizing validate validated yield yielding
          yields
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> NOT_FIRST =
      Set.of(
          """
          able accurate additional advanced approach approaches available article aspect aspects
          benefit benefits better case cases certain challenge challenges challenging code common
          comprehensive considerable contribution contributions critical crucial current data
          different difficult diverse effective effectiveness efficient entire essential evidence
          example examples experiment experimental experiments extensive fact field fundamental
          general good great high higher highly idea important insight insights issue issues key
          large larger limitation limitations low lower main major method methods modern multiple
          need needs new novel number numerous overall paper papers particular performance popular
          possible potential powerful practical previous problem problems promising properties
          property question questions range real recent related relevant result results rich robust
          role set sets significant similar simple single small state-of-the-art strong substantial
          superior system systems task tasks technique techniques time traditional type types unique
          value values various wide widely work works year years
          """
              .strip()
              .split("\\s+"));

  private StopWords() {}

  /** An article, a preposition, a pronoun, an auxiliary and their like. */
  public static boolean isFunctionWord(String written) {
    return FUNCTION.contains(written.toLowerCase(Locale.ROOT));
  }

  static boolean isNowhere(String written) {
    return isFunctionWord(written) || OF_ANY_WORK.contains(written.toLowerCase(Locale.ROOT));
  }

  /** Adverbs, too. */
  static boolean isNotFirst(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    return NOT_FIRST.contains(word) || word.length() > 4 && word.endsWith("ly");
  }
}
