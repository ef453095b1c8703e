package dev.paperboy.pagekit;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * Why a request was not answered, as programs read it: RFC 9457.
 *
 * @param status HTTP status
 * @param title what kind of problem it is
 * @param detail what is wrong and what to do
 * @param parameter the parameter at fault; null for none
 * @param position where in it, from 0; null for nowhere in particular
 * @param reference finds the log line of an unexpected error; null for the expected ones
 */
public record Problem(
    int status, String title, String detail, String parameter, Integer position, String reference) {
  /** The media type. */
  public static final String TYPE = "application/problem+json";

  /** A parameter that cannot be read. */
  public static WebApplicationException badRequest(String parameter, String detail) {
    return new Problem(400, "The request cannot be read", detail, parameter, null, null).thrown();
  }

  /** A query that cannot be read, and where. */
  public static WebApplicationException badQuery(String parameter, String detail, int position) {
    return new Problem(400, "The query cannot be read", detail, parameter, position, null).thrown();
  }

  /** Nothing of that name. */
  public static WebApplicationException notFound(String detail) {
    return new Problem(404, "Not found", detail, null, null, null).thrown();
  }

  private WebApplicationException thrown() {
    return new WebApplicationException(Response.status(status).type(TYPE).entity(json()).build());
  }

  /** The body. */
  public String json() {
    StringBuilder json = new StringBuilder("{\"type\":\"about:blank\",\"status\":").append(status);
    append(json, "title", title);
    append(json, "detail", detail);
    append(json, "parameter", parameter);
    if (position != null) {
      json.append(",\"position\":").append(position);
    }
    append(json, "reference", reference);
    return json.append('}').toString();
  }

  private static void append(StringBuilder json, String name, String value) {
    if (value == null) {
      return;
    }
    json.append(",\"").append(name).append("\":\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
