package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperboy.classify.search.Facets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list of papers. */
@Schema(name = "PaperPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiPage(
    @Schema(description = "papers of the whole list") long total,
    List<ApiPaper> papers,
    @Schema(description = "to be sent as «cursor» for the next page; absent on the last one")
        String next,
    @Schema(description = "of the whole list, where asked for; at most 8 values of each")
        Facets facets) {
  ApiPage with(Facets counted) {
    return new ApiPage(total, papers, next, counted);
  }
}
