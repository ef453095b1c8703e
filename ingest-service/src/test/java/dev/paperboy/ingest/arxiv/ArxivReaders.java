package dev.paperboy.ingest.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.ingest.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How arXiv's sources read answers. */
public final class ArxivReaders {
  private ArxivReaders() {}

  public static Read oai(InputStream body) throws IOException {
    OaiResponse response = OaiParser.parse(body);
    return new Read(
        response.papers().size(),
        response.deleted().size(),
        0,
        response.refusals(),
        response.error() == null
            ? ""
            : OaiErrors.explained(response.error(), response.errorText()));
  }

  /** These were recorded as JSON: url, status and body. */
  public static Read api(InputStream recording) throws IOException {
    JsonNode json = new ObjectMapper().readTree(recording);
    ApiResponse response =
        ApiParser.parse(new ByteArrayInputStream(json.path("body").asText().getBytes(UTF_8)));
    return new Read(
        response.papers().size(),
        0,
        0,
        response.refusals(),
        response.error() == null
            ? ""
            : "HTTP %d: arXiv's query API says: %s"
                .formatted(json.path("status_code").asInt(), response.error()));
  }

  public static Read listing(InputStream body) throws IOException {
    Listing listing = ListingParser.parse(body);
    return Read.list(listing.items(), listing.refusals());
  }
}
