package dev.paperboy.ingest.arxiv;

/**
 * What the errors of OAI-PMH mean to an operator of Paperboy.
 *
 * @see <a href="https://www.openarchives.org/OAI/openarchivesprotocol.html#ErrorConditions">the
 *     protocol's error conditions</a>
 */
final class OaiErrors {
  static final String NOTHING = "noRecordsMatch";
  static final String LOST_TOKEN = "badResumptionToken";

  private OaiErrors() {}

  /**
   * The server's words, and what to do.
   *
   * @param text what the server said beside the code; may be empty
   */
  static String explained(String code, String text) {
    String said = text.isEmpty() ? code : code + " («" + text + "»)";
    return "the OAI-PMH server says " + said + ": " + advice(code);
  }

  private static String advice(String code) {
    return switch (code) {
      case NOTHING -> "there is nothing in these days";
      case LOST_TOKEN -> "the list is begun again";
      case "badArgument" ->
          "PAPERBOY_INGEST_ARXIV_SET or PAPERBOY_INGEST_ARXIV_FORMAT is not to its liking";
      case "cannotDisseminateFormat" ->
          "set PAPERBOY_INGEST_ARXIV_FORMAT to arXivRaw, arXiv or oai_dc, whichever it has";
      case "noSetHierarchy" -> "it has no sets; leave PAPERBOY_INGEST_ARXIV_SET out";
      case "badVerb", "idDoesNotExist", "noMetadataFormats" ->
          "it was asked for a list; is PAPERBOY_INGEST_ARXIV_SERVER right?";
      default -> "Paperboy does not know that error; it asks again, from where it is";
    };
  }
}
