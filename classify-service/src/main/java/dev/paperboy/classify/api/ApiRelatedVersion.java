package dev.paperboy.classify.api;

import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.search.RelatedVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper that may be a version of another. */
@Schema(name = "RelatedVersion")
record ApiRelatedVersion(
    String id,
    @Schema(description = "its page here") String url,
    @Schema(description = "as announced, may hold LaTeX") String title,
    @Schema(description = "of the papers' vectors, 0.97 to 1") double cosine,
    @Schema(
            description =
                "of all runs of three words in titles and abstracts of both, the share that stands"
                    + " in both, 0.15 to 1")
        double sharedShingles) {
  static ApiRelatedVersion of(RelatedVersion version, String publicUrl) {
    return new ApiRelatedVersion(
        version.paper().id().toString(),
        publicUrl + PaperAddress.of(version.paper().id()),
        version.paper().title(),
        Math.round(version.cosine() * 1e4) / 1e4,
        Math.round(version.shared() * 1e4) / 1e4);
  }
}
