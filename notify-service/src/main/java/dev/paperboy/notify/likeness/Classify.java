package dev.paperboy.notify.likeness;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** Classify's management port, which alone knows the encoder. */
@RegisterRestClient(configKey = "classify")
@Path("/internal")
interface Classify {
  /** Encodes a text of at most 500 characters. */
  @POST
  @Path("/encode")
  @Consumes(MediaType.TEXT_PLAIN)
  Uni<Encoded> encode(String text);

  /** Encodes a paper's title, on a line of its own, and its abstract; at most 5000 characters. */
  @POST
  @Path("/encode/paper")
  @Consumes(MediaType.TEXT_PLAIN)
  Uni<Encoded> encodePaper(String text);

  /** Vectors and texts of those papers that classify knows, of at most 20. */
  @GET
  @Path("/vectors")
  Uni<Known> vectors(@RestQuery("id") List<String> ids);

  /**
   * A text's vector.
   *
   * @param about the cosine from which a paper is about the text, or like the paper
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Encoded(String encoder, byte[] int8, double about) {}

  /**
   * Papers' vectors.
   *
   * @param like the cosine from which a paper is like one of them
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Known(List<Paper> papers, double like) {}

  /** A paper that classify knows. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Paper(
      String id,
      String title,
      @JsonProperty("abstract") String abstractText,
      String encoder,
      byte[] int8) {}
}
