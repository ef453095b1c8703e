package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What notify needs of {@code topics.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TaxonomyTopic(String id, long seq, String name, String description, String parent) {
  TaxonomyTopic {
    Required.that(id != null, "id");
    Required.that(seq > 0, "seq");
    Required.that(name != null, "name");
    Required.that(description != null, "description");
  }
}
